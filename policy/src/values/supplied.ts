import type { Fact } from '../program/fact.ts'
import type { Words } from '../program/words.ts'
import { dayOf } from './day.ts'
import { isNegative, type Rational, rationalOf, times, whole } from './rational.ts'
import { measured, UNITS } from './unit.ts'
import type { Dimension, Value } from './value.ts'

/** Why a supplied value does not fit its fact, for the person who typed it. */
export type Misfit = {
  readonly fact: string
  readonly says: Words
  /** Of a list of records: which of them, from 0. */
  readonly row?: number
}

export type Read = { readonly value: Value } | { readonly misfit: Misfit }

const DIMENSION_OF: Readonly<Partial<Record<Fact['type'], Dimension>>> = {
  amount: 'money',
  area: 'area',
  count: 'count',
  share: 'share',
  number: 'number',
}

/** What a fact's numbers are numbers of; null for days, flags, choices and text. */
export function dimensionOf(type: Fact['type']): Dimension | null {
  return DIMENSION_OF[type] ?? null
}

/**
 * Reads one plain JSON value as the fact's type wants it: a number in the fact's own unit, or text
 * with a unit; an option by its key or title; a day as yyyy-mm-dd.
 */
export function readSupplied(fact: Fact, given: unknown): Read {
  if (isObject(given) && given.doesNotApply === true) return { value: { kind: 'does-not-apply' } }
  switch (fact.type) {
    case 'amount':
    case 'area':
    case 'count':
    case 'share':
    case 'number':
      return readQuantity(fact, given)
    case 'day':
      return readDay(fact, given)
    case 'flag':
      return typeof given === 'boolean'
        ? { value: { kind: 'flag', flag: given } }
        : misfit(fact, '应为是或否（true / false）', 'must be true or false')
    case 'choice':
      return readChoice(fact, given)
    case 'choices':
      return readChoices(fact, given)
    case 'text':
      return typeof given === 'string'
        ? { value: { kind: 'text', text: given } }
        : misfit(fact, '应为文字', 'must be text')
  }
}

function readQuantity(fact: Fact, given: unknown): Read {
  const read = typeof given === 'number' ? bare(given) : measured(textOf(given))
  if (!read) return misfit(fact, numberWanted(fact).zh, numberWanted(fact).en)
  if (read.unit && !fits(fact, read.unit.name, read.unit.dimension)) {
    return misfit(
      fact,
      `单位应为${fact.unit ?? '数'}`,
      `must be in ${fact.unit ?? 'plain numbers'}`,
    )
  }
  const amount = read.unit ? read.amount : inOwnUnit(fact, read.amount)
  const wrong = outOfRange(fact, amount)
  if (wrong) return misfit(fact, wrong.zh, wrong.en)
  return { value: { kind: 'quantity', amount, dimension: dimensionOf(fact.type) ?? 'number' } }
}

/** Whether a JSON number fits whatever its digits say, so that it may be read when it is asked for. */
export function surelyFits(fact: Fact, given: unknown): given is number {
  if (typeof given !== 'number' || dimensionOf(fact.type) === null) return false
  return given >= 0 && given < 1e15 && (fact.type !== 'count' || Number.isInteger(given))
}

const textOf = (given: unknown): string => (typeof given === 'string' ? given : '')

/** A JSON number, in nobody's unit yet: JSON has no other way to be exact than its decimal text. */
function bare(given: number): ReturnType<typeof measured> {
  if (Number.isSafeInteger(given)) return { amount: whole(given), unit: null }
  const amount = rationalOf(String(given)) ?? rationalOf(given.toFixed(12))
  return amount && { amount, unit: null }
}

const MAY_BE_NEGATIVE: readonly Fact['type'][] = ['amount', 'number', 'share']

/** Areas and counts are not negative; counts are whole. */
function outOfRange(fact: Fact, amount: Rational): Words | null {
  if (!MAY_BE_NEGATIVE.includes(fact.type) && isNegative(amount)) {
    return { zh: '不能为负数', en: 'must not be negative' }
  }
  if (fact.type === 'count' && amount.under !== '1') {
    return { zh: '应为整数', en: 'must be a whole number' }
  }
  return null
}

function numberWanted(fact: Fact): Words {
  const unit = fact.unit ? `（${fact.unit}）` : ''
  return { zh: `应为数字${unit}`, en: `must be a number${fact.unit ? ` (${fact.unit})` : ''}` }
}

function fits(fact: Fact, unit: string, dimension: Dimension): boolean {
  if (dimension !== dimensionOf(fact.type)) return false
  return dimension !== 'count' || fact.unit === null || fact.unit === unit
}

function inOwnUnit(fact: Fact, amount: Rational): Rational {
  const factor = fact.unit ? UNITS.get(fact.unit)?.factor : undefined
  return factor ? times(amount, factor) : amount
}

function readDay(fact: Fact, given: unknown): Read {
  const day = typeof given === 'string' ? dayOf(given) : null
  return day
    ? { value: { kind: 'day', day } }
    : misfit(fact, '应为日期，如 2025-03-01', 'must be a day such as 2025-03-01')
}

function readChoice(fact: Fact, given: unknown): Read {
  const option = optionOf(fact, given)
  return option ? { value: { kind: 'choice', option } } : misfitOption(fact)
}

function readChoices(fact: Fact, given: unknown): Read {
  const options = Array.isArray(given) ? given.map((one) => optionOf(fact, one)) : [null]
  return options.every((option) => option !== null)
    ? { value: { kind: 'choices', options } }
    : misfitOption(fact)
}

/** The option's key, given its key or its title in either language; null when there is none. */
export function optionOf(fact: Pick<Fact, 'options'>, given: unknown): string | null {
  const found = fact.options.find(
    ({ value, title }) => given === value || given === title.zh || given === title.en,
  )
  return found?.value ?? null
}

function misfitOption(fact: Fact): Read {
  const zh = fact.options.map(({ title }) => title.zh).join('、')
  const en = fact.options.map(({ value }) => value).join(', ')
  return misfit(fact, `应为以下之一：${zh}`, `must be one of: ${en}`)
}

function misfit(fact: Fact, zh: string, en: string): Read {
  return {
    misfit: {
      fact: fact.name,
      says: { zh: `${fact.title.zh}：${zh}`, en: `${fact.title.en}: ${en}` },
    },
  }
}

function isObject(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}
