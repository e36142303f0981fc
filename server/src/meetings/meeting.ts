import type { CallId, CaseId } from '../cases/index.ts'
import type { Day, Entry, Id, PersonId, Words } from '../kernel/index.ts'

export type MeetingId = Id<'MeetingId'>

/** 赞成、反对、弃权. */
export type Vote = 'for' | 'against' | 'abstain'

/** What follows a closed item: passed, one step back, refused, or left for another meeting. */
export type Follows = 'deliberate' | 'send-back' | 'refuse' | 'leave'

export type Member = { readonly person: PersonId; readonly name: string }

export type AgendaItem = {
  readonly caseId: CaseId
  readonly number: string | null
  readonly party: string
  readonly title: Words
}

/** What a meeting was convened with; it never changes. */
export type Convened = {
  readonly number: string
  readonly title: string
  readonly heldOn: Day
  /** `10:00`. */
  readonly at: string
  readonly place: string
  readonly chair: Member
  readonly secretary: Member
  readonly members: readonly Member[]
  /** At least so many members vote on an item. */
  readonly quorum: number
  readonly items: readonly AgendaItem[]
  readonly office: Words
}

export type Tally = {
  readonly yes: number
  readonly no: number
  readonly abstained: number
  /** Present and not recused. */
  readonly entitled: number
}

/** Who was there when the item was closed; absent in older entries. */
type Attended = { readonly present?: readonly PersonId[] }

export type Item = AgendaItem & {
  readonly recused: Readonly<Record<PersonId, string>>
  readonly votes: Readonly<Record<PersonId, Vote>>
  readonly closed: (Tally & { readonly follows: Follows } & Attended) | null
}

/** A ranking of a call on the agenda, with the hash of the list as it was last frozen. */
export type RankedItem = {
  readonly call: CallId
  readonly number: string
  readonly ranking: string
  readonly title: Words
  readonly hash: string
}

export type MeetingState = Omit<Convened, 'items'> & {
  readonly present: readonly PersonId[]
  readonly items: readonly Item[]
  readonly rankings: readonly RankedItem[]
  readonly closed: { readonly on: Day; readonly document: string; readonly minutes: string } | null
}

/** What each act leaves in the record. */
type Details = {
  'meeting.attend': { readonly present: readonly PersonId[] }
  'meeting.recuse': { readonly caseId: CaseId; readonly person: PersonId }
  'meeting.vote': { readonly caseId: CaseId; readonly person: PersonId; readonly vote: Vote }
  'meeting.close-item': { readonly caseId: CaseId; readonly closed: NonNullable<Item['closed']> }
  'meeting.rank': RankedItem
  'meeting.settle-tie': RankedItem & {
    readonly among: readonly CaseId[]
    readonly chosen: readonly CaseId[]
  }
  'meeting.close': { readonly document: string; readonly minutes: string }
}
export type MeetingAct = keyof Details
export type DetailOf<A extends MeetingAct> = Details[A]

/** The meeting as its entries say, oldest first; null when there are none. */
export function foldMeeting(entries: readonly Entry[]): MeetingState | null {
  const [first, ...rest] = entries
  if (!first) return null
  const convened = first.detail as unknown as Convened
  const items = convened.items.map((item) => ({ ...item, recused: {}, votes: {}, closed: null }))
  return rest.reduce(step, {
    ...convened,
    items,
    rankings: [],
    present: [],
    closed: null,
  } as MeetingState)
}

function step(state: MeetingState, entry: Entry): MeetingState {
  const told = <A extends MeetingAct>(_act: A) => entry.detail as unknown as DetailOf<A>
  switch (entry.act as MeetingAct) {
    case 'meeting.attend':
      return { ...state, present: told('meeting.attend').present }
    case 'meeting.recuse': {
      const { caseId, person } = told('meeting.recuse')
      const reason = entry.reason ?? ''
      return onItem(state, caseId, (item) => ({ recused: { ...item.recused, [person]: reason } }))
    }
    case 'meeting.vote': {
      const { caseId, person, vote } = told('meeting.vote')
      return onItem(state, caseId, (item) => ({ votes: { ...item.votes, [person]: vote } }))
    }
    case 'meeting.close-item': {
      const { caseId, closed } = told('meeting.close-item')
      return onItem(state, caseId, () => ({ closed }))
    }
    case 'meeting.rank':
      return withRanking(state, told('meeting.rank'))
    case 'meeting.settle-tie': {
      const { among: _, chosen: __, ...ranked } = told('meeting.settle-tie')
      return withRanking(state, ranked)
    }
    case 'meeting.close':
      return { ...state, closed: { on: entry.on, ...told('meeting.close') } }
    default:
      return state
  }
}

function withRanking(state: MeetingState, ranked: RankedItem): MeetingState {
  const others = state.rankings.filter(
    ({ call, ranking }) => call !== ranked.call || ranking !== ranked.ranking,
  )
  return { ...state, rankings: [...others, ranked] }
}

function onItem(
  state: MeetingState,
  caseId: CaseId,
  change: (item: Item) => Partial<Item>,
): MeetingState {
  const items = state.items.map((item) =>
    item.caseId === caseId ? { ...item, ...change(item) } : item,
  )
  return { ...state, items }
}

/** Who votes on an item: members present who have not recused themselves. */
export function entitledTo({ members, present }: MeetingState, item: Item): readonly Member[] {
  return members.filter(({ person }) => present.includes(person) && !(person in item.recused))
}

/** The numbers of votes of those entitled now; a vote of somebody who has left does not count. */
export function tallyOf(state: MeetingState, item: Item): Tally {
  const entitled = entitledTo(state, item)
  const count = (vote: Vote) => entitled.filter(({ person }) => item.votes[person] === vote).length
  return {
    yes: count('for'),
    no: count('against'),
    abstained: count('abstain'),
    entitled: entitled.length,
  }
}

/** More than half of those entitled; a tie is not more than half (ADR 0033). */
export function isCarried({ yes, entitled }: Tally): boolean {
  return yes * 2 > entitled
}
