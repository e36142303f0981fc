import { type CallId, type CaseId, calls, rankings } from '../cases/index.ts'
import { refusal, type WriteTx } from '../kernel/index.ts'
import { type Held, lead, refuseBefore, refuseRecused, tell } from './enter.ts'
import type { MeetingId, MeetingState, RankedItem } from './meeting.ts'

export type RankingInput = {
  readonly id: MeetingId
  readonly call: CallId
  readonly ranking: string
}

/**
 * Takes a ranking of a call onto the agenda 列入议程: its list is frozen with its hash, on the record
 * of the call and of the meeting. Done again, the list is frozen anew. Refuses `meeting.not-yet` and
 * what freezing refuses.
 */
export async function takeUpRanking(tx: WriteTx, input: RankingInput): Promise<MeetingState> {
  const held = await lead(tx, input.id)
  refuseBefore(tx, held)
  const { call, ranking } = input
  const { hash } = await rankings.freeze(tx, { call, ranking, meeting: held.state.number })
  return tell(tx, held, { act: 'meeting.rank', detail: await itemOf(tx, input, hash) })
}

export type TieInput = RankingInput & {
  readonly among: readonly CaseId[]
  readonly chosen: readonly CaseId[]
  readonly reason: string
}

/**
 * Who of those with equal points comes in 同分确定, as the members present settled it, with the
 * reason. Refuses `meeting.ranking-not-taken-up`, `meeting.quorum-missing`,
 * `meeting.led-recused` to whoever left for one of them, and what settling refuses.
 */
export async function settleMeetingTie(tx: WriteTx, input: TieInput): Promise<MeetingState> {
  const held = await lead(tx, input.id)
  refuseBefore(tx, held)
  const { call, ranking, among, chosen, reason } = input
  for (const item of held.state.items) if (among.includes(item.caseId)) refuseRecused(held, item)
  const isOnAgenda = held.state.rankings.some((one) => one.call === call && one.ranking === ranking)
  if (!isOnAgenda) refusal('meeting.ranking-not-taken-up')
  refuseWithoutQuorum(held)
  const settling = { call, ranking, among, chosen, reason, meeting: held.state.number }
  const { hash } = await rankings.settle(tx, settling)
  const detail = { ...(await itemOf(tx, input, hash)), among, chosen }
  return tell(tx, held, { act: 'meeting.settle-tie', detail, reason })
}

function refuseWithoutQuorum({ state }: Held): void {
  const { quorum, present } = state
  if (present.length < quorum)
    refusal('meeting.quorum-missing', { quorum, entitled: present.length })
}

async function itemOf(
  tx: WriteTx,
  { call, ranking }: RankingInput,
  hash: string,
): Promise<RankedItem> {
  const { number } = await calls.view(tx, call)
  const views = await rankings.view(tx, call)
  const title = views.find((one) => one.ranking === ranking)?.title ?? { zh: ranking, en: ranking }
  return { call, number, ranking, title, hash }
}
