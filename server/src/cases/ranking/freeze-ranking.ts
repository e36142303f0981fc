import type { Settled } from '@banfa/policy/rank'
import { permit } from '../../identity/index.ts'
import { record, refusal, type WriteTx } from '../../kernel/index.ts'
import type { CallId, CaseId } from '../ids.ts'
import { type Frozen, findFrozen, hashOf, plain, type Ranked, rankingOf } from './frozen.ts'
import { rankCases, rankingIn, readRankedCall } from './rank-cases.ts'

export type RankingMeant = { readonly call: CallId; readonly ranking: string }

/** By which meeting; its number goes into the record. */
export type ByMeeting = RankingMeant & { readonly meeting: string }

/**
 * Freezes a ranking 固定名单: the places of every case of the call whose review is concluded, with
 * their points, who is inside, and the hash of it all, on the record of the call. A later one takes
 * its place, and the earlier stays on the record. Refuses `case.no-such-ranking` and
 * `case.ranking-empty`.
 */
export async function freezeRanking(
  tx: WriteTx,
  { meeting, ...meant }: ByMeeting,
): Promise<Frozen> {
  permit(tx.actor, 'meeting.hold')
  const called = await readRankedCall(tx, meant.call)
  const ranking = rankingIn(called, meant.ranking)
  const ranked = await rankCases(tx, called, { ranking, settled: [], before: null })
  if (ranked.list.length === 0) return refusal('case.ranking-empty')
  return write(tx, { act: 'ranking.freeze', ranked, meeting, cite: ranking.cite, reason: null })
}

export type SettleInput = ByMeeting & {
  readonly among: readonly CaseId[]
  readonly chosen: readonly CaseId[]
  readonly reason: string
}

/**
 * Settles a tie at the edge of a quota 同分确定, where the measure leaves it to the meeting: of those
 * who are tied the chosen come in, with the reason, and the list is frozen anew. Nothing else of it
 * changes. Refuses `case.ranking-not-frozen`, `case.ranking-moved` when a case has moved since, and
 * `case.tie-not-open` unless the choice is among exactly those tied and fills the places.
 */
export async function settleTie(tx: WriteTx, input: SettleInput): Promise<Frozen> {
  permit(tx.actor, 'meeting.hold')
  const { meeting, among, chosen, reason } = input
  const called = await readRankedCall(tx, input.call)
  const ranking = rankingIn(called, input.ranking)
  const before = (await findFrozen(tx, input)) ?? refusal('case.ranking-not-frozen')
  const asked = { ranking, before: null }
  const now = await rankCases(tx, called, { ...asked, settled: before.settled })
  if (hashOf(now) !== before.hash) refusal('case.ranking-moved')
  const settled: readonly Settled[] = [...before.settled, { among, chosen }]
  const ranked = await rankCases(tx, called, { ...asked, settled })
  if (!isSettled(before, ranked, among)) refusal('case.tie-not-open', {}, { field: 'chosen' })
  return write(tx, { act: 'ranking.settle', ranked, meeting, cite: ranking.cite, reason })
}

/** One of the ties was among exactly these, and is one no more. */
function isSettled(before: Ranked, after: Ranked, among: readonly CaseId[]): boolean {
  const isIt = (tie: { readonly among: readonly string[] }) =>
    tie.among.length === among.length && among.every((id) => tie.among.includes(id))
  return before.ties.some(isIt) && !after.ties.some(isIt)
}

type Writing = {
  readonly act: 'ranking.freeze' | 'ranking.settle'
  readonly ranked: Ranked
  readonly meeting: string
  readonly cite: string
  readonly reason: string | null
}

async function write(tx: WriteTx, { ranked, meeting, ...said }: Writing): Promise<Frozen> {
  const frozen: Frozen = { ...ranked, hash: hashOf(ranked), meeting }
  const as = permit(tx.actor, 'meeting.hold')
  await record(tx, { ...said, subject: rankingOf(ranked.call), as, detail: plain(frozen) })
  return frozen
}
