import type { Fact } from '../program/fact.ts'
import type { Language } from '../program/words.ts'
import { decimalText, dividedBy, type Rational } from './rational.ts'
import { measured, UNITS } from './unit.ts'
import type { Value } from './value.ts'

/** What printing needs to know of a fact, or of a value of the program. */
export type Printed = Pick<Fact, 'unit' | 'options'>

/** A value of a fact as a person reads it: `480平方米`, `2023-05-10`, `是`. */
export function printValue(fact: Printed, value: Value, language: Language = 'zh'): string {
  switch (value.kind) {
    case 'quantity':
      return printQuantity(value.amount, fact.unit, language)
    case 'day':
      return value.day
    case 'flag':
      return YES_NO[language][value.flag ? 'yes' : 'no']
    case 'choice':
      return optionTitle(fact, value.option, language)
    case 'choices':
      return value.options
        .map((option) => optionTitle(fact, option, language))
        .join(BETWEEN[language])
    case 'text':
      return value.text
    case 'does-not-apply':
      return DOES_NOT_APPLY[language]
  }
}

const YES_NO = { zh: { yes: '是', no: '否' }, en: { yes: 'yes', no: 'no' } } as const
const BETWEEN = { zh: '、', en: ', ' } as const
const DOES_NOT_APPLY = { zh: '不适用', en: 'does not apply' } as const

/** An amount of base units, in the unit named: `10万元`, `15%`, `5人`. */
export function printQuantity(
  amount: Rational,
  unitName: string | null,
  language: Language,
): string {
  const unit = unitName === null ? undefined : UNITS.get(unitName)
  if (!unit) return decimalText(amount)
  const number = decimalText(dividedBy(amount, unit.factor) ?? amount)
  if (unit.name === '%') return `${number}%`
  const word = language === 'zh' ? unit.name : number === '1' ? unit.en.one : unit.en.many
  if (word === '') return number
  return language === 'zh' ? `${number}${word}` : `${number} ${word}`
}

function optionTitle(fact: Printed, option: string, language: Language): string {
  return fact.options.find(({ value }) => value === option)?.title[language] ?? option
}

/** A printed value with its unit in English: `480平方米` becomes `480 m²`; the rest stays. */
export function inEnglish(printed: string): string {
  const read = measured(printed)
  return read?.unit ? printQuantity(read.amount, read.unit.name, 'en') : printed
}
