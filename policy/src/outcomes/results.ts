import { CODES } from '../columns/lexicon.ts'
import type { Result } from '../evaluate/frame.ts'
import { dayNumber, dayOfNumber } from '../lower/functions.ts'
import type { Term } from '../lower/lowering.ts'
import { type Id, NO, NOT_APPLYING, UNAVAILABLE, UNKNOWN, YES } from '../lower/op.ts'
import { fractionOf } from '../values/rational.ts'
import type { Value } from '../values/value.ts'

type Registers = Float64Array

/** The operations a term is read from. */
export function idsOf(term: Term): readonly Id[] {
  switch (term.kind) {
    case 'number':
      return [term.n, term.d, term.e, term.s]
    case 'day':
      return [term.v, term.s]
    case 'truth':
      return [term.t]
    case 'code':
      return [term.c]
    default:
      return []
  }
}

const LACKS: Readonly<Record<number, Result>> = {
  [UNKNOWN]: { lacks: 'unknown' },
  [UNAVAILABLE]: { lacks: 'unavailable' },
  [NO]: { value: { kind: 'does-not-apply' } },
}
const FLAGS: Readonly<Record<number, Result>> = {
  [YES]: { value: { kind: 'flag', flag: true } },
  [NO]: { value: { kind: 'flag', flag: false } },
  [UNKNOWN]: { lacks: 'unknown' },
  [UNAVAILABLE]: { lacks: 'unavailable' },
  [NOT_APPLYING]: { value: { kind: 'does-not-apply' } },
}

/** What a term gives in these registers; null where doubles hold it only nearly. */
export function resultIn(r: Registers, term: Term, words: readonly Value[]): Result | null {
  switch (term.kind) {
    case 'number':
      return LACKS[r[term.s] ?? 0] ?? exactly(r, term)
    case 'day':
      return LACKS[r[term.s] ?? 0] ?? dayIn(r[term.v] ?? Number.NaN)
    case 'truth':
      return FLAGS[r[term.t] ?? 0] ?? null
    case 'code':
      return wordIn(r[term.c] ?? 0, words)
    default:
      return null
  }
}

function exactly(r: Registers, { n, d, e }: Extract<Term, { kind: 'number' }>): Result | null {
  const amount = r[e] === 0 ? fractionOf(r[n] ?? Number.NaN, r[d] ?? 0) : null
  return amount && { value: { kind: 'quantity', amount, dimension: 'number' } }
}

const [FIRST, LAST] = [dayNumber(1_000, 1, 1), dayNumber(9_999, 12, 31)]

function dayIn(number: number): Result | null {
  const spelled = number >= FIRST && number <= LAST
  return spelled ? { value: { kind: 'day', day: dayOfNumber(number) } } : null
}

function wordIn(code: number, words: readonly Value[]): Result | null {
  if (code === CODES.unknown) return { lacks: 'unknown' }
  if (code === CODES.unavailable) return { lacks: 'unavailable' }
  const value = words[code]
  return value ? { value } : null
}
