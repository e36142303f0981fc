import type { Fact } from '@banfa/policy/run'
import { grouped } from '../../ui/format.ts'

/** Said where a fact makes no sense for this party, such as the day of what never happened. */
export type NotApplying = { readonly doesNotApply: true }
export const NOT_APPLYING: NotApplying = { doesNotApply: true }

/** An answer as the contract carries it: a number in the fact's own unit, a day, a flag, options, text. */
export type Answer = string | number | boolean | readonly string[] | NotApplying | null
/** One record of a list, by field. */
export type RecordGiven = Readonly<Record<string, Answer>>
/** What one question may be answered with. An empty list says that there are none. */
export type Given = Answer | readonly RecordGiven[]
export type Misfit = 'input.not-number' | 'input.not-whole' | 'input.not-day' | 'input.negative'

const MEASURED = ['amount', 'area', 'count', 'share', 'number']

export const isMeasured = (fact: Pick<Fact, 'type'>) => MEASURED.includes(fact.type)

/** What was typed, as an answer; emptied is null, what cannot be read says why. */
export function readTyped(
  fact: Pick<Fact, 'type'>,
  typed: string,
): { given: Answer } | { misfit: Misfit } {
  const text = typed.trim()
  if (text === '') return { given: null }
  if (fact.type === 'day') return isDay(text) ? { given: text } : { misfit: 'input.not-day' }
  if (!isMeasured(fact)) return { given: text }
  return readNumber(fact, text)
}

function readNumber(
  fact: Pick<Fact, 'type'>,
  text: string,
): { given: Answer } | { misfit: Misfit } {
  const plain = text.replaceAll(/[,，\s]/g, '')
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return { misfit: 'input.not-number' }
  if (plain.startsWith('-')) return { misfit: 'input.negative' }
  if (fact.type === 'count' && plain.includes('.')) return { misfit: 'input.not-whole' }
  return { given: Number(plain) }
}

function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number]
  return month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month)
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/** An answer as a field shows it again. */
export function asTyped(given: Given | undefined): string {
  if (given === null || given === undefined || typeof given === 'object') return ''
  return typeof given === 'number' ? grouped(given) : String(given)
}

export const isGiven = (given: Given | undefined): given is NonNullable<Given> =>
  given !== null && given !== undefined && given !== ''

export const isNotApplying = (given: Given | undefined): given is NotApplying =>
  typeof given === 'object' && given !== null && 'doesNotApply' in given

export const isList = (given: Given | undefined): given is readonly RecordGiven[] =>
  Array.isArray(given) && given.every((one) => typeof one === 'object')
