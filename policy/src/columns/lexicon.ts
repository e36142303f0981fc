import { same } from '../evaluate/compare.ts'
import type { Test } from '../lower/lowering.ts'
import type { Value } from '../values/value.ts'

/** Options, lists of options and texts as small numbers; the first three stand for no value. */
export type Lexicon = {
  readonly values: Value[]
  readonly places: Map<string, number>
}

export const CODES = { unknown: 0, unavailable: 1, doesNotApply: 2 } as const

const NOTHING: Value = { kind: 'does-not-apply' }

export function lexiconOf(options: readonly string[]): Lexicon {
  const dictionary: Lexicon = { values: [NOTHING, NOTHING, NOTHING], places: new Map() }
  for (const option of options) codeOf(dictionary, { kind: 'choice', option })
  return dictionary
}

export function codeOf(dictionary: Lexicon, value: Value): number {
  const spelt = spelling(value)
  const known = dictionary.places.get(spelt)
  if (known !== undefined) return known
  dictionary.values.push(value)
  dictionary.places.set(spelt, dictionary.values.length - 1)
  return dictionary.values.length - 1
}

function spelling(value: Value): string {
  if (value.kind === 'choice') return `o${value.option}`
  if (value.kind === 'choices') return `l${value.options.join('\n')}`
  return value.kind === 'text' ? `t${value.text}` : ''
}

/** What a test says to each place of the dictionary from one on: one bit of a truth. */
export function answersTo(test: Test, dictionary: Lexicon, from: number): Uint8Array {
  const lacking = [2, 4]
  return Uint8Array.from(dictionary.values.slice(from), (value, at) =>
    from + at < 2 ? (lacking[from + at] ?? 2) : says(test, value) ? 8 : 1,
  )
}

function says(test: Test, value: Value): boolean {
  switch (test.is) {
    case 'among':
      return test.values.some((one) => same(one, value))
    case 'other-than':
      return !same(value, test.value)
    case 'holds':
      return value.kind === 'choices' && value.options.includes(test.option)
    case 'contains':
      return value.kind === 'text' && value.text.includes(test.text)
    default:
      return value.kind === 'text' && value.text.startsWith(test.text)
  }
}
