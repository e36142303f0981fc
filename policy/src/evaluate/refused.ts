import type { FactName } from '../program/fact.ts'
import type { Words } from '../program/words.ts'

/** One supplied fact of the wrong type: what was given, why it cannot be read, what to do. */
export type WrongFact = {
  readonly fact: FactName
  readonly title: Words
  readonly what: Words
  readonly why: Words
  readonly next: Words
}

/** Why a question cannot be answered at all; `wrong` lists every wrong fact at once. */
export type EvaluateRefusal = Error & {
  readonly code: 'facts-wrong' | 'day-wrong' | 'service-unknown'
  readonly wrong: readonly WrongFact[]
}

/*
 * The emitted module carries the text of these functions, so this file calls nothing outside itself.
 */

export function refused(
  code: EvaluateRefusal['code'],
  message: string,
  wrong: readonly WrongFact[],
): EvaluateRefusal {
  return Object.assign(new Error(message), { name: 'EvaluateRefusal', code, wrong })
}

export function refuseWrong(wrong: readonly WrongFact[]): void {
  if (wrong.length === 0) return
  const message = wrong.map((one) => `${one.what.zh}；${one.why.zh}`).join('\n')
  throw refused('facts-wrong', message, wrong)
}
