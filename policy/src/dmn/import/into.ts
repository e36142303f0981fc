import { namesIn } from '../../check/formula-here.ts'
import { typeFormula } from '../../check/formula-types.ts'
import type { Scope } from '../../check/scope.ts'
import type { Type } from '../../check/type.ts'
import { FormulaError } from '../../syntax/cursor.ts'
import { parseFormula } from '../../syntax/parse-formula.ts'
import { OutsideProfile } from '../feel/tokens.ts'

/** How FEEL becomes a formula of ours: what names mean, what `?` stands for, the unit of numbers. */
export type Into = {
  readonly scope: Scope
  /** The name of ours for a name of the file; null when it means nothing here. */
  readonly named: (name: string) => string | null
  readonly input: string | null
  /** Written behind plain numbers here: ` 元`, ` 人`, nothing. */
  readonly unit: string
}

export function outside(zh: string, en: string): never {
  throw new OutsideProfile(`${zh}不在范围内`, `${en} is outside the profile`)
}

export function quotedText(text: string): string {
  if (!text.includes('"')) return `"${text}"`
  return text.includes('”') ? outside('文字中的引号', 'a quotation mark in a text') : `“${text}”`
}

/** The unit that plain numbers beside a formula must bear; none where it has no type here. */
export function unitBeside(formula: string, scope: Scope): string {
  const type = typeOfText(formula, scope)
  if (type?.is !== 'quantity') return ''
  if (type.dimension === 'count') return type.classifier ? ` ${type.classifier}` : ''
  return { money: ' 元', area: ' 平方米', share: '', number: '' }[type.dimension]
}

export function typeOfText(formula: string, scope: Scope): Type | null {
  try {
    return typeFormula(parseFormula(formula, namesIn(scope)), scope).type
  } catch (problem) {
    if (problem instanceof FormulaError) return null
    throw problem
  }
}

/** The unit of a value as it is written behind a number. */
export function unitWritten(unit: string | null): string {
  return unit === null || unit === '1' ? '' : ` ${unit}`
}
