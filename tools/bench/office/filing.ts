import { setTimeout as sleep } from 'node:timers/promises'
import { withClient } from '../../../server/src/kernel/database/index.ts'
import { DEFAULT_ZONE } from '../../../server/src/kernel/index.ts'
import { cookieOf, signedIn } from '../../../testing/client.ts'
import { rounded, timingOf } from '../timing.ts'

const APPLICANT = 'xu.jie'

type Seen = {
  readonly id: string
  readonly revision: number
  readonly papers: readonly {
    readonly paper: string
    readonly required: boolean
    readonly files: readonly object[]
  }[]
}

/** The demo's draft with every paper that is asked for. */
export async function readyDraft(address: string): Promise<Seen> {
  const applicant = await signedIn(address, APPLICANT)
  const { rows } = await applicant<{ rows: { id: string; stage: string }[] }>('GET', '/api/cases')
  const draft = rows.find(({ stage }) => stage === 'draft')
  if (!draft) throw new Error('The demo has no draft')
  const seen = await applicant<Seen>('GET', `/api/cases/${draft.id}`)
  for (const { paper } of seen.papers.filter((one) => one.required && one.files.length === 0)) {
    const form = new FormData()
    form.append('file', new Blob(['%PDF-1.4\n%%EOF\n']), '材料.pdf')
    await applicant('POST', `/api/cases/${draft.id}/papers/${paper}`, form)
  }
  return applicant<Seen>('GET', `/api/cases/${draft.id}`)
}

const row = (table: string, instead: string, from: string) =>
  `insert into ${table}
   select (jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${instead}))).*
   from drafts k join ${from} and t.zone_id = '${DEFAULT_ZONE}'`

const OF_CASE = "t.subject_kind = 'case' and t.subject_id = k.of_case::text"

/** How each table's row of the draft is copied, in the order in which they refer to one another. */
const COPIES = [
  row(
    'parties',
    "'party_id', k.party, 'name', t.name || '（' || k.n || '）', 'written', t.written || k.n, 'credit_code', 'B' || lpad(k.n::text, 17, '0')",
    'parties t on t.party_id = k.of_party',
  ),
  row('memberships', "'party_id', k.party", 'memberships t on t.party_id = k.of_party'),
  row('cases', "'id', k.id, 'party_id', k.party", 'cases t on t.id = k.of_case'),
  row(
    'record_entries',
    "'seq', k.seq, 'subject_id', k.id",
    `record_entries t on ${OF_CASE} and t.seq = k.of_seq`,
  ),
  row(
    'case_board',
    "'case_id', k.id, 'party_id', k.party, 'last_seq', k.seq, 'state', t.state || jsonb_build_object('lastSeq', k.seq)",
    'case_board t on t.case_id = k.of_case',
  ),
  row('record_readers', "'subject_id', k.id", `record_readers t on ${OF_CASE}`),
  row('folders', "'subject_id', k.id, 'party_id', k.party", `folders t on ${OF_CASE}`),
  row(
    'attachments',
    "'attachment_id', gen_random_uuid(), 'subject_id', k.id",
    `attachments t on ${OF_CASE}`,
  ),
]

/**
 * Copies a draft, each for a party of its own that the same person acts for. The copies' record is
 * not chained: for measuring only.
 * @returns the cases' ids
 */
export function copyDrafts(
  adminUrl: string,
  { of, times }: { readonly of: string; readonly times: number },
): Promise<string[]> {
  return withClient(adminUrl, async (client) => {
    await client.query(
      `create temporary table drafts as
       select gen_random_uuid() as id, gen_random_uuid() as party, n, b.case_id as of_case,
         b.party_id as of_party, b.last_seq as of_seq, h.seq + n as seq
       from generate_series(1, $1::int) n
       join case_board b on b.zone_id = $2 and b.case_id = $3
       join record_heads h on h.zone_id = $2`,
      [times, DEFAULT_ZONE, of],
    )
    for (const copy of COPIES) await client.query(copy)
    await client.query('update record_heads set seq = seq + $1 where zone_id = $2', [
      times,
      DEFAULT_ZONE,
    ])
    const { rows } = await client.query<{ id: string }>('select id from drafts order by n')
    return rows.map(({ id }) => id)
  })
}

type Filing = {
  readonly drafts: readonly string[]
  readonly revision: number
  /** Filings begun a second, whether or not those before are done. */
  readonly rate: number
}

/** Files the drafts, evenly spread; milliseconds from asking to the receipt. */
export async function fileDrafts(address: string, { drafts, revision, rate }: Filing) {
  const headers = {
    cookie: await cookieOf(address, APPLICANT),
    'content-type': 'application/json',
  }
  const began = performance.now()
  const answers = await Promise.all(
    drafts.map(async (id, nth) => {
      await sleep((nth * 1_000) / rate)
      const asked = performance.now()
      const answer = await fetch(`${address}/api/cases/${id}/file`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ revision }),
      })
      await answer.text()
      return { isFiled: answer.ok, taken: performance.now() - asked }
    }),
  )
  const filed = answers.filter(({ isFiled }) => isFiled)
  const { p50, p95 } = timingOf(filed.map(({ taken }) => taken))
  const perSecond = rounded((filed.length * 1_000) / (performance.now() - began))
  return { perSecond, p50, p95, refused: answers.length - filed.length }
}
