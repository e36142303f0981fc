import type { Day, Entry, Id, Words } from '../../kernel/index.ts'

export type SanctionId = Id<'SanctionId'>

/** How a notice reached the party 送达方式: handed over, posted, opened by the party here, by notice. */
export const SERVED_BY = ['in-person', 'post', 'opened', 'public-notice'] as const
export type ServedBy = (typeof SERVED_BY)[number]

/** What a proposal says; fixed with it. */
export type Intent = {
  readonly id: SanctionId
  /** The sanction of the measure by name. */
  readonly sanction: string
  readonly foundOn: Day
  /** Yuan to pay back, `1200.00`; null where the sanction demands none. */
  readonly amount: string | null
  readonly effect: Words
  readonly document: string
}

/** What came into force; what lifting has to take back. */
export type Imposed = {
  readonly recognition: string | null
  readonly bar: { readonly id: string; readonly from: Day; readonly until: Day } | null
  readonly repayment: string | null
}

/** 处理程序: one sanction from the notice of intent to its end, folded from the case's record. */
export type Proceeding = Intent & {
  readonly grounds: string
  readonly cite: string
  readonly proposed: { readonly on: Day; readonly by: string; readonly person: string | null }
  readonly served: { readonly on: Day; readonly how: ServedBy; readonly until: Day } | null
  readonly answer: {
    readonly on: Day
    readonly statement: string
    readonly hearing: boolean
    /** Whether it expressly gave up a hearing 明确放弃听证. */
    readonly waived: boolean
  } | null
  readonly summons: { readonly day: Day; readonly at: string; readonly place: string } | null
  readonly heard: { readonly on: Day; readonly attended: boolean; readonly said: string } | null
  readonly imposed: (Imposed & { readonly on: Day; readonly reason: string }) | null
  readonly dropped: { readonly on: Day; readonly reason: string } | null
  readonly lifted: { readonly on: Day; readonly reason: string; readonly cite: string } | null
}

type Said = Pick<Entry, 'act' | 'on' | 'actor' | 'reason' | 'cite' | 'detail'>

/** Every proceeding on a case, oldest first, from the entries of its record. */
export function foldProceedings(entries: readonly Said[]): Proceeding[] {
  const all = new Map<string, Proceeding>()
  for (const entry of entries) {
    if (!entry.act.startsWith('sanction.')) continue
    const { id } = entry.detail as unknown as { id: string }
    const before = all.get(id)
    const after = entry.act === 'sanction.propose' ? begun(entry) : before && next(before, entry)
    if (after) all.set(id, after)
  }
  return [...all.values()]
}

function begun(entry: Said): Proceeding {
  return {
    ...(entry.detail as unknown as Intent),
    grounds: entry.reason ?? '',
    cite: entry.cite ?? '',
    proposed: { on: entry.on, by: entry.actor.name, person: entry.actor.id },
    served: null,
    answer: null,
    summons: null,
    heard: null,
    imposed: null,
    dropped: null,
    lifted: null,
  }
}

/** What each entry fills in; `reason` is the text somebody wrote. */
function next(of: Proceeding, entry: Said): Proceeding {
  const { on, reason: text, cite } = entry
  const reason = text ?? ''
  const detail = entry.detail as never
  switch (entry.act) {
    case 'sanction.serve':
      return { ...of, served: detail }
    case 'sanction.answer':
      return { ...of, answer: answered(of, { on, statement: reason, ...(detail as Asked) }) }
    case 'sanction.summon':
      return { ...of, summons: detail }
    case 'sanction.hear':
      return { ...of, heard: { ...(detail as { attended: boolean }), on, said: reason } }
    case 'sanction.impose':
      return { ...of, imposed: { ...(detail as Imposed), on, reason } }
    case 'sanction.drop':
      return { ...of, dropped: { on, reason } }
    case 'sanction.lift':
      return { ...of, lifted: { on, reason, cite: cite ?? '' } }
    default:
      return of
  }
}

type Asked = { readonly hearing: boolean; readonly waived?: boolean }

/** A party may add to its answer while its limit runs, above all that it wants to be heard. */
function answered({ answer }: Proceeding, said: Asked & { on: Day; statement: string }) {
  const { on, hearing, waived = false } = said
  if (!answer) return { on, statement: said.statement, hearing, waived }
  const statement = [answer.statement, said.statement].filter((one) => one !== '').join('\n')
  return { on: answer.on, statement, hearing: answer.hearing || hearing, waived }
}

/** The party may still answer or add to its answer: served, in time, and not settled by its own word. */
export function mayAnswer(of: Proceeding): boolean {
  return isOpen(of) && of.served !== null && !of.answer?.hearing && !of.answer?.waived
}

export const isOpen = (of: Proceeding): boolean => of.imposed === null && of.dropped === null

/** Why a sanction may not bind yet: 未告知, 陈述申辩期限未满, 听证未举行; null when it may. */
export type NotYet = 'untold' | 'limit-runs' | 'hearing-owed'

/**
 * A sanction binds only once the party was told and its limit is over, for it may ask for a hearing
 * until then, unless it expressly gave that up with its answer; a hearing it asked for must have been
 * held (行政处罚法 第44条、第45条、第63条、第64条(一)、第65条).
 */
export function whyNotYet(of: Proceeding, today: Day): NotYet | null {
  if (!of.served) return 'untold'
  if (of.answer?.hearing && !of.heard) return 'hearing-owed'
  if (of.answer?.hearing || of.answer?.waived) return null
  return today > of.served.until ? null : 'limit-runs'
}
