import { type ReadTx, refusal } from '../kernel/index.ts'
import { gramsOf } from './grams.ts'
import type { Party } from './party.ts'
import { rareGrams, searchByText } from './registries-store.ts'

/** A pair of characters that so many have finds nothing faster than walking the names does. */
const COMMON = 400

export type PartyPage = { readonly rows: readonly Party[]; readonly next: string | null }

export type PartyQuery = {
  /** Parts of names or of a credit code, parted by spaces; every part must be there. */
  readonly text: string
  /** The `next` of the page before. */
  readonly cursor?: string | null
  readonly limit?: number
}

/** Parties by name, a page at a time; two Chinese characters are enough and fast (ADR 0021). */
export async function searchParties(tx: ReadTx, query: PartyQuery): Promise<PartyPage> {
  const limit = Math.min(query.limit ?? 20, 100)
  const pieces = query.text.toLowerCase().split(/\s+/u).filter(Boolean)
  const grams = [...new Set(pieces.flatMap(gramsOf))]
  const rows = await searchByText(tx, {
    grams: (await rareGrams(tx, grams, COMMON)).slice(0, 2),
    pieces,
    after: query.cursor ? readCursor(query.cursor) : null,
    limit: limit + 1,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? cursorOf(last) : null }
}

function cursorOf(party: Party): string {
  return Buffer.from(JSON.stringify([party.name, party.id])).toString('base64url')
}

function readCursor(cursor: string): { name: string; id: string } {
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[]
    if (name && id && /^[0-9a-f-]{36}$/.test(id)) return { name, id }
  } catch {
    // Falls through: whatever is not one of our cursors is refused alike.
  }
  return refusal('registries.malformed-cursor', {}, { field: 'cursor' })
}
