import { type Facts, type Program, paidFacts } from '@banfa/policy/run'
import type { Kernel, PartyId, ReadTx } from '../../kernel/index.ts'
import {
  type KnownParty,
  listKnown,
  listPartyIds,
  type PaidSum,
  paidTo,
} from '../../registries/index.ts'
import type { Block, Position, Source } from './block.ts'

const AT_ONCE = 500
const ACTOR = { kind: 'system', job: 'match' } as const

/** Enterprises and institutions of the zone with what is known of them, a page a transaction. */
export function databaseSource(kernel: Kernel, programs: readonly Program[]): Source {
  return { header: null, size: null, blocks: (from) => pagesOf({ kernel, programs }, from) }
}

type Of = { readonly kernel: Kernel; readonly programs: readonly Program[] }

async function* pagesOf({ kernel, programs }: Of, from: Position): AsyncGenerator<Block> {
  let at = from
  for (;;) {
    const after = at.after as PartyId | null
    const { ids, known, paid }: Page = await kernel.reading(ACTOR, (tx) => page(tx, after))
    const lines = known.map((one) => lineOf(one, paidOf(programs, paid(one.party.id))))
    const next = { row: at.row + lines.length, byte: 0, after: ids.at(-1) ?? after }
    if (lines.length > 0) {
      const bytes = new Uint8Array(Buffer.from(`${lines.join('\n')}\n`))
      yield { kind: 'ndjson', bytes, quoted: true, first: at.row + 1, next }
    }
    if (ids.length < AT_ONCE) return
    at = next
  }
}

/** A name that two measures use for payments of their own says nothing of either. */
function paidOf(programs: readonly Program[], paid: readonly PaidSum[] | null): Facts {
  const all = programs.flatMap((program) => Object.entries(paidFacts(program, paid)))
  const single = all.filter(([name]) => all.filter(([other]) => other === name).length === 1)
  return Object.fromEntries(single)
}

function lineOf({ party, facts }: KnownParty, paid: Facts): string {
  const given = facts.map(({ name, value }) => [name, value] as const)
  return JSON.stringify({
    ...Object.fromEntries(given),
    ...paid,
    id: party.creditCode ?? party.name,
  })
}

type Page = {
  readonly ids: readonly PartyId[]
  readonly known: readonly KnownParty[]
  readonly paid: (party: PartyId) => readonly PaidSum[] | null
}

async function page(tx: ReadTx, after: PartyId | null): Promise<Page> {
  const ids = await listPartyIds(tx, { after, limit: AT_ONCE })
  const all = await listKnown(tx, ids)
  const known = all.filter(({ party: { kind } }) => kind === 'enterprise' || kind === 'institution')
  const sorted = known.toSorted((a, b) => (a.party.id < b.party.id ? -1 : 1))
  return { ids, known: sorted, paid: await paidTo(tx, ids) }
}
