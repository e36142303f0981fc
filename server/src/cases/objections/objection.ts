import { type Limit, stepFor } from '@banfa/policy/run'
import { type Movement, type Running, runLimit } from '../../clocks/index.ts'
import type { Day, Words, WorkingCalendar } from '../../kernel/index.ts'
import { limitSet, unlessUnknownYear } from '../deadlines.ts'
import type { OpenCase } from '../open-case.ts'

/** An objection is a matter of its own, with its own record, folder and clock. */
export const subjectOfObjection = (id: string) => ({ kind: 'objection', id })

/** What office and objector wrote to each other: the office asks until a day, the objector adds. */
export type Word = {
  readonly kind: 'ask' | 'add'
  readonly says: string
  readonly on: Day
  readonly until: Day | null
  readonly by: Words | null
}

/** Where neither measure nor call sets a limit for the answer. */
const ASSUMED: Limit = {
  length: 15,
  unit: 'working-days',
  assumed: true,
  basis: {
    zh: '办法和申报通知均未规定，按办理惯例推定',
    en: 'Neither the measure nor the call sets one; assumed by usual practice',
  },
}

type UnderLaw = Pick<OpenCase, 'service' | 'call'>

/** The limit to answer one objection: the step's, or what the call sets instead of an assumed one. */
export function limitToAnswer({ service, call }: UnderLaw): Limit {
  const printed = stepFor(service, 'answer-objection')?.within ?? ASSUMED
  return limitSet(printed, call.limits['answer-objection']) ?? ASSUMED
}

export type Course = {
  readonly madeOn: Day
  readonly limit: Limit
  readonly words: readonly Word[]
}

/** The day an answer is due; null while the office waits, and in a year whose calendar nobody published. */
export function dueOfObjection(course: Course, at: Parameters<typeof clockOfObjection>[1]) {
  return unlessUnknownYear(() => clockOfObjection(course, at).due)
}

/**
 * Where the clock of one objection stands on a day. It counts from the objection's own day; while the
 * office waits for what it asked, the days do not count, and at the latest they count again after the
 * last day it gave.
 */
function clockOfObjection(
  { madeOn, limit, words }: Course,
  at: { readonly calendar: WorkingCalendar; readonly today: Day },
): Running {
  return runLimit(at.calendar, { from: madeOn, limit }, movementsOf(words, at.today))
}

/** A question suspends from its day until something was added, at the latest until the day it gave. */
function movementsOf(words: readonly Word[], today: Day): Movement[] {
  return words.flatMap((word, at): Movement[] => {
    if (word.kind !== 'ask' || word.until === null) return []
    const next = words[at + 1]?.on ?? null
    const ended = next !== null && next <= word.until ? next : word.until
    const suspended: Movement = { move: 'suspend', on: word.on }
    if (next === null && today <= word.until) return [suspended]
    return [suspended, { move: 'resume', on: ended }]
  })
}

/** The question that still waits for the objector; null when there is none. */
export function openQuestion(words: readonly Word[], today: Day): Word | null {
  const last = words.at(-1)
  return last?.kind === 'ask' && last.until !== null && today <= last.until ? last : null
}
