import { type Act, stepFor } from '@banfa/policy/run'
import { type JudgedCondition, judgedConditions } from './engine.ts'
import type { OpenCase } from './open-case.ts'

type Text = Pick<OpenCase, 'program' | 'service'>

/** Conditions that an office or the experts answer within a step of the route. */
export function toJudge(text: Text, act: Act): JudgedCondition[] {
  const names = stepFor(text.service, act)?.judges ?? []
  return judgedConditions(text.program, text.service).filter((one) => names.includes(one.name))
}

/** Conditions of the review that the assigned experts answer, each of them. */
export function expertConditions(text: Text): JudgedCondition[] {
  return toJudge(text, 'conclude-review').filter((one) => isForExperts(text, one))
}

export function isForExperts(text: Text, condition: JudgedCondition): boolean {
  return text.program.offices[condition.by]?.level === 'experts'
}
