import { sql } from 'kysely'
import { mayAct } from '../../identity/index.ts'
import { type PartyId, type ReadTx, reader } from '../../kernel/index.ts'
import { labelOf } from '../blind/blind.ts'
import type { BoardRow } from '../board-store.ts'
import type { CaseId } from '../ids.ts'
import { masked } from '../queue-order.ts'
import type { Tables } from '../tables.ts'

/** What is looked for: a text in small letters, and the parties it names by pairs of characters. */
export type Wanted = {
  readonly text: string
  readonly parties: readonly PartyId[]
  /** So many parties are named that they are not all here: the cases' own words are read. */
  readonly isCommon: boolean
}

export type FoundCase = Pick<
  BoardRow,
  'case_id' | 'number' | 'service_title' | 'party_id' | 'party_name' | 'stage' | 'district'
> & { readonly readers: readonly string[]; readonly masked: boolean }

/** So many are looked through for those that may be opened. */
const LOOKED_THROUGH = 60

/**
 * Cases the viewer may open whose number holds the text or whose party it names, the newest first;
 * drafts for their own party alone. A case on a running notice is on the board for everybody, so
 * its own row, which row-level security keeps, must be there as well.
 */
export async function findCases(tx: ReadTx, wanted: Wanted): Promise<FoundCase[]> {
  const like = holding(wanted.text)
  const rows = await boards(tx)
    .where((one) =>
      one.or([
        sql<boolean>`board.party_id = any (${[...wanted.parties]}::uuid[])`,
        ...(hasDigit(wanted.text) ? [one('board.number', 'ilike', like)] : []),
        ...(wanted.isCommon ? [one('board.search', 'like', like)] : []),
      ]),
    )
    .orderBy('board.case_id', 'desc')
    .limit(LOOKED_THROUGH)
    .execute()
  const open = rows.filter((row) => mayOpen(tx, row))
  return open.flatMap((row) => (row.masked ? unnamed(row, wanted) : [row]))
}

/** An expert finds a case judged blind by its number alone, and under its label. */
function unnamed(row: FoundCase, { text }: Wanted): readonly FoundCase[] {
  if (!row.number?.toLowerCase().includes(text)) return []
  return [{ ...row, party_name: labelOf(row.case_id), district: '' }]
}

/** Those of the cases that the viewer may open, but for those judged blind. */
export async function openableCases(tx: ReadTx, ids: readonly string[]): Promise<FoundCase[]> {
  if (ids.length === 0) return []
  const rows = await boards(tx)
    .where('board.case_id', 'in', ids as readonly CaseId[])
    .execute()
  return rows.filter((row) => !row.masked && mayOpen(tx, row))
}

function boards(tx: ReadTx) {
  return reader<Tables>(tx)
    .selectFrom('case_board as board')
    .innerJoin('cases as own', (join) =>
      join.onRef('own.zone_id', '=', 'board.zone_id').onRef('own.id', '=', 'board.case_id'),
    )
    .select(['board.case_id', 'board.number', 'board.service_title', 'board.party_id'])
    .select(['board.party_name', 'board.stage', 'board.district', 'own.readers'])
    .select(
      tx.actor.kind === 'person'
        ? masked(tx.actor, 'own').as('masked')
        : sql<boolean>`false`.as('masked'),
    )
    .where('board.zone_id', '=', tx.zone)
}

/** The question the page of a case asks, for a row of a list. */
function mayOpen({ actor }: ReadTx, row: FoundCase): boolean {
  if (actor.kind !== 'person') return false
  if (row.number === null && !actor.parties.includes(row.party_id)) return false
  const { party_id: party, district, readers } = row
  const reading = actor.posts.find((post) => readers.some((one) => one === post.office))
  return mayAct(actor, 'case.read', {
    party,
    assigned: readers.some((one) => one === actor.person),
    district: reading?.district ?? district,
    ...(reading ? { officeKey: reading.officeKey } : {}),
  })
}

/** Every number of the office has one; a text without any is not looked for among them. */
const hasDigit = (text: string) => /\d/.test(text)

/** A pattern that finds the text anywhere, whatever signs it holds. */
export function holding(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
