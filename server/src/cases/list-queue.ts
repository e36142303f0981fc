import { sql } from 'kysely'
import { mayAct } from '../identity/index.ts'
import {
  loadCalendar,
  type OfficeId,
  type PartyId,
  type PersonActor,
  type ReadTx,
  reader,
  refusal,
} from '../kernel/index.ts'
import { searchParties } from '../registries/index.ts'
import { type CaseRowData, leftUntil, presentRow, ROW } from './case-row.ts'
import type { QueueFilter } from './inputs.ts'
import { after, cursorOf, escaped, masked, sortedBy } from './queue-order.ts'
import type { Tables } from './tables.ts'
import type { CasePage } from './views.ts'

/** A page has at most so many; an export asks for all of them at once. */
export const MOST = 10_000

/**
 * Cases of the office, the most urgent first: by the due day, then by age. A page after another by
 * `cursor` (keyset, so it costs the same however deep). Three statements whatever the number of
 * cases. Drafts are their applicants' alone and never in it.
 */
export async function listQueue(tx: ReadTx, asked: QueueFilter): Promise<CasePage> {
  const viewer = officerOf(tx)
  const { sort = 'due', order = 'asc' } = asked
  const filter = { ...asked, parties: await partiesNamed(tx, asked.text) }
  const limit = Math.min(Math.max(filter.limit ?? 30, 1), MOST)
  const asksRows = filtered(tx, viewer, filter)
    .$if(filter.stage !== undefined, (query) =>
      query.where('stage', '=', (filter.stage ?? 'filed') as CaseRowData['stage']),
    )
    .$if(filter.cursor !== undefined, (query) => query.where(after(viewer, filter)))
    .select(ROW)
    .select(masked(viewer).as('masked'))
    .orderBy(sortedBy(viewer, sort), order)
    .orderBy('case_id', order)
    .limit(limit + 1)
  const asksCounts = filtered(tx, viewer, filter)
    .select((one) => ['stage', one.fn.countAll<bigint>().as('cases')])
    .groupBy('stage')
  const [rows, counts, calendar] = await Promise.all([
    asksRows.execute(),
    asksCounts.execute(),
    loadCalendar(tx),
  ])
  const left = leftUntil(calendar, tx.today)
  const page = rows.slice(0, limit)
  return {
    rows: page.map((row) =>
      presentRow(row, { left, mine: waitsFor(viewer, row), masked: row.masked }),
    ),
    next: rows.length > limit ? cursorOf(sort, page.at(-1)) : null,
    counts: Object.fromEntries(counts.map((one) => [one.stage, Number(one.cases)])),
    total: counts
      .filter((one) => filter.stage === undefined || one.stage === filter.stage)
      .reduce((sum, one) => sum + Number(one.cases), 0),
  }
}

function officerOf(tx: ReadTx): PersonActor {
  const { actor } = tx
  if (actor.kind !== 'person') return refusal('identity.signed-out', { right: 'case.read' })
  const holds = actor.posts.some((post) =>
    mayAct(actor, 'case.read', { officeKey: post.officeKey, ...inDistrict(post), assigned: true }),
  )
  return holds ? actor : refusal('identity.forbidden', { right: 'case.read' })
}

function inDistrict({ district }: { district: string | null }) {
  return district === null ? {} : { district }
}

/** What the viewer's offices or assignments show them; for a city's officer everything filed. */
function filtered(
  tx: ReadTx,
  viewer: PersonActor,
  filter: QueueFilter & { readonly parties: readonly PartyId[] | null },
) {
  const keys = keysOf(viewer)
  const own = districtOffices(viewer)
  const text = filter.text?.trim().toLowerCase()
  return (
    reader<Tables>(tx)
      .selectFrom('case_board')
      .where('zone_id', '=', tx.zone)
      .where('stage', '<>', sql.lit('draft' as const))
      // A draft withdrawn before it was ever filed has no number and stays its applicant's own.
      .where('number', 'is not', null)
      .$if(!sitsInCity(viewer), (query) =>
        query.where(sql<boolean>`readers && ${idsOf(viewer)}::uuid[]`),
      )
      .$if(Boolean(filter.office), (query) =>
        query.where(sql<boolean>`${filter.office} = any (waits_for)`),
      )
      .$if(Boolean(filter.service), (query) => query.where('service', '=', filter.service ?? ''))
      .$if(Boolean(text), (query) =>
        query.where((one) =>
          one.or([
            one('number', 'like', `%${escaped(text ?? '')}%`),
            one.and([
              sql<boolean>`not ${masked(viewer)}`,
              filter.parties
                ? one('party_id', 'in', filter.parties.length > 0 ? filter.parties : [NOBODY])
                : one('search', 'like', `%${escaped(text ?? '')}%`),
            ]),
          ]),
        ),
      )
      .$if(filter.mine === true, (query) =>
        query.where(
          sql<boolean>`((waits_for && ${keys}::text[] and (${own}::uuid[] is null or office_id = any (${own}::uuid[]))) or ${viewer.person}::uuid = any (waiting_experts))`,
        ),
      )
  )
}

function waitsFor(viewer: PersonActor, row: CaseRowData): boolean {
  const own = districtOffices(viewer)
  const isWithThem = own === null || own.includes(row.office_id)
  return (
    (isWithThem && row.waits_for.some((key) => keysOf(viewer).includes(key))) ||
    row.waiting_experts.includes(viewer.person)
  )
}

/** The offices whose cases wait for a district's officer; null for others: one key, many offices. */
function districtOffices(viewer: PersonActor): OfficeId[] | null {
  const isDistrict = viewer.posts.every((post) => post.level === 'district')
  return isDistrict && viewer.posts.length > 0 ? viewer.posts.map((post) => post.office) : null
}

function keysOf(viewer: PersonActor): string[] {
  return viewer.posts.map((post) => post.officeKey)
}

/** An auditor's rows reach over the zone, but a district's post reads its own district's cases. */
function sitsInCity(viewer: PersonActor): boolean {
  return viewer.posts.some((post) => post.level === 'city')
}

/** By which ids somebody may be among a case's readers, the same as row-level security has them. */
function idsOf(viewer: PersonActor): string[] {
  return [viewer.person, ...viewer.posts.map((post) => post.office)]
}

/** So many parties at most are looked up by name; a search that finds more reads the cases' own words. */
const NAMED = 100
const NOBODY = '00000000-0000-0000-0000-000000000000' as PartyId

/** The parties a text names, by pairs of characters (ADR 0021); null when there are too many, or no text. */
async function partiesNamed(tx: ReadTx, text: string | undefined): Promise<PartyId[] | null> {
  const wanted = text?.trim() ?? ''
  if (Array.from(wanted).length < 2) return null
  const { rows, next } = await searchParties(tx, { text: wanted, limit: NAMED })
  return next === null ? rows.map((party) => party.id) : null
}
