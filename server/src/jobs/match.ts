import type { Facts } from '@banfa/policy/run'
import type { EventHandlers, Kernel, PartyId, WriteTx, ZoneEvent } from '../kernel/index.ts'
import { type KnownParty, listKnown, listPartyIds } from '../registries/index.ts'
import {
  matchParties,
  matchZone,
  type PartyFacts,
  prepareMatching,
  unprepared,
} from '../rulebook/index.ts'

const AT_ONCE = 500

/** What keeps entitlements true: new facts of a party, a measure put in force. */
export const matchHandlers: EventHandlers = {
  'facts.recorded': [onFactsRecorded],
  'measure.enacted': [onMeasureEnacted],
}

/**
 * Every party under every measure in force, for the day: pages of parties whose facts are not yet
 * read, each in a transaction of its own, then one statement a measure.
 */
export async function matchWholeZone(kernel: Kernel): Promise<void> {
  const actor = { kind: 'system', job: 'match-zone' } as const
  let after: PartyId | null = null
  do {
    const from: PartyId | null = after
    after = await kernel.writing(actor, (tx) => preparePage(tx, from))
  } while (after !== null)
  await kernel.writing(actor, matchZone)
}

/** Prepares one page; answers where the next begins, null after the last. */
async function preparePage(tx: WriteTx, after: PartyId | null): Promise<PartyId | null> {
  const ids = await listPartyIds(tx, { after, limit: AT_ONCE })
  const known = await listKnown(tx, await unprepared(tx, ids))
  await prepareMatching(tx, known.map(factsOf))
  return ids.length < AT_ONCE ? null : (ids.at(-1) ?? null)
}

async function onFactsRecorded(tx: WriteTx, { payload }: ZoneEvent): Promise<void> {
  const { party, names } = payload as { party: PartyId; names: string[] }
  const known = await listKnown(tx, [party])
  await matchParties(tx, { parties: known.map(factsOf), changed: names })
}

/** One that takes effect later is found by the run of that day. */
async function onMeasureEnacted(tx: WriteTx, { payload }: ZoneEvent): Promise<void> {
  const { from } = payload as { from: string }
  if (from > tx.today) return
  for (let after = await preparePage(tx, null); after !== null; )
    after = await preparePage(tx, after)
  await matchZone(tx)
}

function factsOf({ party, facts }: KnownParty): PartyFacts {
  const given = facts.map(({ name, value }) => [name, value] as const)
  return { party: party.id, kind: party.kind, facts: Object.fromEntries(given) as Facts }
}
