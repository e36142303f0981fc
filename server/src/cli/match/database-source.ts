import type { Kernel, PartyId, ReadTx } from '../../kernel/index.ts'
import { type KnownParty, listKnown, listPartyIds } from '../../registries/index.ts'
import type { Block, Position, Source } from './block.ts'

const AT_ONCE = 500
const ACTOR = { kind: 'system', job: 'match' } as const

/** Enterprises and institutions of the zone with what is known of them, a page a transaction. */
export function databaseSource(kernel: Kernel): Source {
  return { header: null, size: null, blocks: (from) => pagesOf(kernel, from) }
}

async function* pagesOf(kernel: Kernel, from: Position): AsyncGenerator<Block> {
  let at = from
  for (;;) {
    const after = at.after as PartyId | null
    const { ids, known }: Page = await kernel.reading(ACTOR, (tx) => page(tx, after))
    const lines = known.map(lineOf)
    const next = { row: at.row + lines.length, byte: 0, after: ids.at(-1) ?? after }
    if (lines.length > 0) {
      const bytes = new Uint8Array(Buffer.from(`${lines.join('\n')}\n`))
      yield { kind: 'ndjson', bytes, quoted: true, first: at.row + 1, next }
    }
    if (ids.length < AT_ONCE) return
    at = next
  }
}

function lineOf({ party, facts }: KnownParty): string {
  const given = facts.map(({ name, value }) => [name, value] as const)
  return JSON.stringify({ ...Object.fromEntries(given), id: party.creditCode ?? party.name })
}

type Page = { readonly ids: readonly PartyId[]; readonly known: readonly KnownParty[] }

async function page(tx: ReadTx, after: PartyId | null): Promise<Page> {
  const ids = await listPartyIds(tx, { after, limit: AT_ONCE })
  const all = await listKnown(tx, ids)
  const known = all.filter(({ party: { kind } }) => kind === 'enterprise' || kind === 'institution')
  return { ids, known: known.toSorted((a, b) => (a.party.id < b.party.id ? -1 : 1)) }
}
