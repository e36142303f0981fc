import { type Act, stepFor } from '@banfa/policy/run'
import type { JudgedCondition } from './engine.ts'
import type { OpenCase } from './open-case.ts'

type Text = Pick<OpenCase, 'program' | 'service' | 'judged'>

/** What an office or the experts answer within a step of the route. */
export function toJudge(text: Text, act: Act): JudgedCondition[] {
  const names = stepFor(text.service, act)?.judges ?? []
  return text.judged.filter((one) => names.includes(one.name) && isAskable(one))
}

/** A score cannot be given while its range is not known. */
const isAskable = ({ kind, range }: JudgedCondition) => kind === 'verdict' || range !== null

/** What the assigned experts answer in the review, each of them. */
export function expertConditions(text: Text): JudgedCondition[] {
  return toJudge(text, 'conclude-review').filter((one) => isForExperts(text, one))
}

export function isForExperts(text: Pick<Text, 'program'>, condition: JudgedCondition): boolean {
  return text.program.offices[condition.by]?.level === 'experts'
}

/** Whether a person's answer to it counts already, in the case's own record. */
export function isAnswered({ state }: Pick<OpenCase, 'state'>, name: string): boolean {
  return state.judged[name] !== undefined || state.scored?.[name] !== undefined
}
