import type { Facts } from '@banfa/policy/run'
import type { Kernel, PartyId, ReadTx } from '../../kernel/index.ts'
import { type KnownParty, listKnown, listPartyIds } from '../../registries/index.ts'
import type { Firm } from './firm.ts'

const AT_ONCE = 500
const ACTOR = { kind: 'system', job: 'match' } as const

/** Enterprises and institutions of the zone with what is known of them, a page a transaction. */
export async function* readDatabase(kernel: Kernel): AsyncGenerator<Firm> {
  let after: PartyId | null = null
  let row = 0
  for (;;) {
    const from: PartyId | null = after
    const { ids, known }: Page = await kernel.reading(ACTOR, (tx) => page(tx, from))
    for (const { party, facts } of known) {
      row += 1
      if (party.kind !== 'enterprise' && party.kind !== 'institution') continue
      const given = facts.map(({ name, value }) => [name, value] as const)
      const id = party.creditCode ?? party.name
      yield {
        row,
        id,
        facts: Object.fromEntries(given) as Facts,
        heads: new Map(),
        unreadable: null,
      }
    }
    if (ids.length < AT_ONCE) return
    after = ids.at(-1) ?? null
  }
}

type Page = { readonly ids: readonly PartyId[]; readonly known: readonly KnownParty[] }

async function page(tx: ReadTx, after: PartyId | null): Promise<Page> {
  const ids = await listPartyIds(tx, { after, limit: AT_ONCE })
  const known = await listKnown(tx, ids)
  return { ids, known: known.toSorted((a, b) => (a.party.id < b.party.id ? -1 : 1)) }
}
