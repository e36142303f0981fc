import { sql } from 'kysely'
import { mayAct } from '../../identity/index.ts'
import { type Day, listRecordOf, type ReadTx, reader, type Words } from '../../kernel/index.ts'
import { foldChanges } from '../changes/change.ts'
import type { CaseId, NoticeId, ObjectionId } from '../ids.ts'
import { foldProceedings } from '../sanctions/proceeding.ts'
import type { Tables } from '../tables.ts'
import { type FoundCase, findCases, holding, openableCases, type Wanted } from './find-cases.ts'

type FoundObjection = {
  readonly id: ObjectionId
  readonly caseId: CaseId
  readonly number: string | null
  readonly party: string
  readonly on: Day
}

/** A change or a proceeding, found by the case it is about. */
type FoundMatter = {
  readonly caseId: CaseId
  readonly number: string | null
  readonly party: string
  readonly title: Words
  readonly on: Day
}

type FoundNotice = { readonly id: NoticeId; readonly number: string; readonly title: Words }

type FoundInCases = {
  readonly cases: readonly FoundCase[]
  readonly objections: readonly FoundObjection[]
  readonly notices: readonly FoundNotice[]
  readonly changes: readonly FoundMatter[]
  readonly sanctions: readonly FoundMatter[]
}

/** Changes and proceedings are looked for in so many of the cases found. */
const LOOKED_INTO = 20

/**
 * Everything of this room that the viewer may see and the text names: cases, objections by their
 * number (never by whoever made them), notices, and changes and sanctions of the cases found.
 */
export async function findInCases(tx: ReadTx, wanted: Wanted): Promise<FoundInCases> {
  const cases = await findCases(tx, wanted)
  const known = new Map(cases.map((one) => [one.case_id, one]))
  const entries = await listRecordOf(tx, 'case', [...known.keys()].slice(0, LOOKED_INTO))
  const changes: FoundMatter[] = []
  const sanctions: FoundMatter[] = []
  for (const [id, of] of Map.groupBy(entries, ({ subject }) => subject.id as CaseId)) {
    const about = aboutCase(known.get(id))
    if (!about) continue
    for (const { reported } of foldChanges(of)) {
      changes.push({ ...about, title: CHANGE, on: reported.on })
    }
    for (const { effect, proposed } of foldProceedings(of)) {
      sanctions.push({ ...about, title: effect, on: proposed.on })
    }
  }
  return {
    cases,
    objections: await findObjections(tx, wanted, cases),
    notices: await findNotices(tx, wanted, cases),
    changes,
    sanctions,
  }
}

const CHANGE: Words = { zh: '变更报备', en: 'Change report' }

function aboutCase(row: FoundCase | undefined) {
  return row && { caseId: row.case_id, number: row.number, party: row.party_name }
}

/** Row-level security hides who objects; that somebody does is shown to the party and to the office. */
async function findObjections(
  tx: ReadTx,
  { text }: Wanted,
  cases: readonly FoundCase[],
): Promise<FoundObjection[]> {
  const { actor } = tx
  if (actor.kind !== 'person' || actor.isExpert) return []
  const rows = await reader<Tables>(tx)
    .selectFrom('objections')
    .select(['id', 'case_id', 'number', 'made_on'])
    .where('zone_id', '=', tx.zone)
    .where((one) =>
      one.or([
        one('number', 'ilike', holding(text)),
        one('case_id', 'in', cases.length > 0 ? cases.map(({ case_id: id }) => id) : [NONE]),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(LOOKED_INTO)
    .execute()
  const about = await openableCases(
    tx,
    rows.map((row) => row.case_id),
  )
  return rows.flatMap(({ id, case_id: caseId, number, made_on: on }) => {
    const of = about.find((one) => one.case_id === caseId)
    const may = of && (actor.parties.includes(of.party_id) || mayAct(actor, 'objection.list'))
    return may ? [{ id, caseId, number, party: of.party_name, on }] : []
  })
}

const NONE = '00000000-0000-0000-0000-000000000000' as CaseId

/** By number or title, and those that list a case found. */
async function findNotices(
  tx: ReadTx,
  { text }: Wanted,
  cases: readonly FoundCase[],
): Promise<FoundNotice[]> {
  const like = holding(text)
  const ids = cases.map(({ case_id: id }) => id)
  return reader<Tables>(tx)
    .selectFrom('notices as n')
    .select(['n.id', 'n.number', 'n.title'])
    .where('n.zone_id', '=', tx.zone)
    .where(
      sql<boolean>`(n.number ilike ${like} or n.title ->> 'zh' ilike ${like}
        or n.title ->> 'en' ilike ${like} or exists (
          select 1 from notice_cases c
          where c.zone_id = n.zone_id and c.notice_id = n.id and c.case_id = any (${ids}::uuid[])))`,
    )
    .orderBy('n.from_on', 'desc')
    .orderBy('n.id', 'desc')
    .limit(LOOKED_INTO)
    .execute()
}
