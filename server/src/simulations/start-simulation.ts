import { compile, readPack } from '@banfa/policy'
import type { SimulatedFirm } from '@banfa/policy/bulk'
import { type Facts, type Program, paidFacts, printValue, readSupplied } from '@banfa/policy/run'
import { permit } from '../identity/index.ts'
import {
  type Actor,
  calendarDays,
  type Kernel,
  loadCalendar,
  type PartyId,
  type ReadTx,
  refusal,
  sha256,
} from '../kernel/index.ts'
import {
  type KnownParty,
  listKnown,
  listPartyIds,
  type PaidSum,
  paidTo,
} from '../registries/index.ts'
import { getProgram, packSource } from '../rulebook/index.ts'
import { type Bench, openBench } from './benches.ts'

/** Files by path; null for one taken away. */
type Edits = Readonly<Record<string, string | null>>

export type SimulationAsked = {
  readonly pack: string
  /** An installed version, and what an officer changed in its text and has not installed. */
  readonly draft: { readonly version: string; readonly edits: Edits }
  /** The version it is set against. */
  readonly against: string
}

const AT_ONCE = 1_000
/** More firms are a run of `banfa simulate` over a table. */
const MOST = 200_000

/**
 * Sets a draft beside an installed version and reads the zone's firms onto a bench of its own
 * thread. Refuses `simulation.does-not-compile` and `simulation.too-many`.
 */
export async function startSimulation(
  kernel: Kernel,
  actor: Actor,
  asked: SimulationAsked,
): Promise<Bench> {
  permit(actor, 'measure.simulate')
  if (actor.kind !== 'person') return refusal('identity.signed-out')
  const { zone, ...about } = await kernel.reading(actor, (tx) => aboutOf(tx, asked))
  const bench = openBench({ zone, person: actor.person }, about)
  try {
    let after: PartyId | null = null
    let firms = 0
    do {
      const from: PartyId | null = after
      const page: Page = await kernel.reading(actor, (tx) => pageOf(tx, from, about))
      firms += page.firms.length
      if (firms > MOST) refusal('simulation.too-many', { most: MOST })
      await bench.ask({ kind: 'firms', firms: page.firms })
      after = page.next
    } while (after !== null)
    return bench
  } catch (problem) {
    bench.end()
    throw problem
  }
}

async function aboutOf(tx: ReadTx, { pack, draft, against }: SimulationAsked) {
  return {
    zone: tx.zone,
    draft: await draftOf(tx, pack, draft),
    now: await getProgram(tx, pack, against),
    on: tx.today,
    calendar: calendarDays(await loadCalendar(tx)),
  }
}

async function draftOf(
  tx: ReadTx,
  pack: string,
  { version, edits }: SimulationAsked['draft'],
): Promise<Program> {
  if (Object.keys(edits).length === 0) return getProgram(tx, pack, version)
  const { files } = await packSource(tx, { pack, version })
  const all = Object.entries<string | null>({ ...files, ...edits }).filter(
    (one): one is [string, string] => one[1] !== null,
  )
  const [shared, own] = [true, false].map((is) =>
    Object.fromEntries(all.filter(([path]) => path.startsWith('vocabulary/') === is)),
  )
  const source = readPack({ files: own ?? {}, vocabulary: shared ?? {} })
  const { program, complaints } = compile(source, sha256)
  const first = complaints.find(({ level }) => level === 'error')
  if (!program) {
    const says = first?.says ?? { zh: '', en: '' }
    return refusal('simulation.does-not-compile', { zh: says.zh, en: says.en })
  }
  return program
}

type Page = { readonly firms: readonly SimulatedFirm[]; readonly next: PartyId | null }

type Texts = { readonly draft: Program; readonly now: Program }

async function pageOf(tx: ReadTx, after: PartyId | null, texts: Texts): Promise<Page> {
  const ids = await listPartyIds(tx, { after, limit: AT_ONCE })
  const known = await listKnown(tx, ids)
  const paid = await paidTo(tx, ids)
  const firms = known
    .filter(({ party: { kind } }) => kind === 'enterprise' || kind === 'institution')
    .map((one) => firmOf(one, texts, paid(one.party.id)))
  return { firms, next: ids.length < AT_ONCE ? null : (ids.at(-1) ?? null) }
}

const UNKNOWN = '—'

/** Counted by district, by field of technology, and by size where the staff is known. */
function firmOf(
  { party, facts }: KnownParty,
  { draft, now }: Texts,
  paid: readonly PaidSum[] | null,
): SimulatedFirm {
  const known = Object.fromEntries(facts.map(({ name, value }) => [name, value])) as Facts
  const given = { ...known, ...paidFacts(now, paid), ...paidFacts(draft, paid) }
  const groups = [
    party.district ?? UNKNOWN,
    printed(draft, given, 'technology-field'),
    sizeOf(given['staff-total']),
  ]
  return { id: party.id, facts: given, groups }
}

function printed({ facts }: Program, given: Facts, name: string): string {
  const [fact, value] = [facts[name], given[name]]
  if (!fact || value === null || value === undefined) return UNKNOWN
  const read = readSupplied(fact, value)
  return 'value' in read ? printValue(fact, read.value) : UNKNOWN
}

const SIZES = [20, 300, 1_000] as const

/** By staff, at the bounds that the national classes of size print most often. */
function sizeOf(given: unknown): string {
  const staff = Number.parseInt(String(given ?? ''), 10)
  if (Number.isNaN(staff)) return UNKNOWN
  const at = SIZES.findIndex((bound) => staff < bound)
  if (at === 0) return `<${SIZES[0]}`
  return at < 0 ? `≥${SIZES[2]}` : `${SIZES[at - 1]}–${(SIZES[at] ?? 0) - 1}`
}
