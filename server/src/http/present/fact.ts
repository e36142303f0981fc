import { type Fact, printValue, readSupplied } from '@banfa/policy/run'
import type { Json, Words } from '../../kernel/index.ts'

const MISSING: Words = { zh: '未填', en: 'not given' }

export type FactValue = string | number | boolean | readonly string[] | null

/** A stored value as the contract has it; what no fact can hold is shown as its text. */
export function factValue(value: Json): FactValue {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value))
    return value as FactValue
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value
  return JSON.stringify(value)
}

/** A fact's value as a person reads it in both languages; the raw value where no fact explains it. */
export function printedOf(fact: Fact | undefined, value: Json): Words {
  if (value === null || value === undefined || value === '') return MISSING
  const read = fact && readSupplied(fact, value)
  if (!fact || !read || 'misfit' in read) return { zh: plain(value), en: plain(value) }
  return { zh: printValue(fact, read.value, 'zh'), en: printValue(fact, read.value, 'en') }
}

function plain(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
