import type { Facts } from '@banfa/policy/run'
import type { EventHandlers, Kernel, PartyId, WriteTx, ZoneEvent } from '../kernel/index.ts'
import { type KnownParty, listKnown, listPartyIds, paidTo } from '../registries/index.ts'
import {
  forgetMatched,
  matchParties,
  matchZone,
  movePass,
  type PartyFacts,
  passDue,
  prepareMatching,
  unprepared,
} from '../rulebook/index.ts'

const AT_ONCE = 1_000

/** What keeps entitlements true between passes: new facts of a party, a ledger that is whole now. */
export const matchHandlers: EventHandlers = {
  'facts.recorded': [onFactsRecorded],
  'ledger.kept': [forgetMatched],
}

const ACTOR = { kind: 'system', job: 'match-zone' } as const

/**
 * Every party under every measure in force, for the day: pages of parties, each in a transaction of
 * its own that also notes how far the pass has come. What was cut short goes on from there; a pass
 * that is done costs one look. A measure put in force begins another, within the minute.
 */
export async function matchWholeZone(kernel: Kernel): Promise<void> {
  while (await kernel.writing(ACTOR, (tx) => matchPage(tx))) {
    // The next page has a transaction of its own.
  }
}

/** Answers one page; whether there is more. */
export async function matchPage(tx: WriteTx, limit = AT_ONCE): Promise<boolean> {
  const pass = await passDue(tx)
  if (!pass) return false
  const { after } = pass
  const ids = await listPartyIds(tx, { after, limit })
  const paid = await paidTo(tx, ids)
  // What was paid this year is another sum in another year.
  const again = ids.filter((id) => (paid(id) ?? []).length > 0)
  const unread = new Set([...again, ...(await unprepared(tx, ids))])
  const known = await listKnown(tx, [...unread])
  await prepareMatching(
    tx,
    known.map((one) => factsOf(one, paid)),
  )
  const done = ids.length < limit
  const last = ids.at(-1) ?? null
  await matchZone(tx, { after, last: done ? null : last })
  await movePass(tx, { after: last, parties: ids.length, done })
  return !done
}

async function onFactsRecorded(tx: WriteTx, { payload }: ZoneEvent): Promise<void> {
  const { party, names } = payload as { party: PartyId; names: string[] }
  const known = await listKnown(tx, [party])
  const paid = await paidTo(tx, [party])
  await matchParties(tx, { parties: known.map((one) => factsOf(one, paid)), changed: names })
}

type Paid = Awaited<ReturnType<typeof paidTo>>

function factsOf({ party, facts }: KnownParty, paid: Paid): PartyFacts {
  const given = facts.map(({ name, value }) => [name, value] as const)
  const { id, kind, district } = party
  const supplied = Object.fromEntries(given) as Facts
  return { party: id, kind, district, facts: supplied, paid: paid(id) }
}
