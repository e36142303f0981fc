import type { Truth } from '../values/truth.ts'
import type { Answer } from './outcome.ts'

const ANSWERS = {
  yes: 'met',
  no: 'not-met',
  unknown: 'unknown',
  unavailable: 'unavailable',
} as const satisfies Record<Truth, Answer>

export function answerOf(truth: Truth): Answer {
  return ANSWERS[truth]
}
