import type { Expression } from '../program/expression.ts'
import type { Fact } from '../program/fact.ts'
import type { Records } from '../program/records.ts'
import { FormulaError } from '../syntax/cursor.ts'
import { dimensionOf } from '../values/supplied.ts'
import type { Dimension } from '../values/value.ts'

/** What a formula gives, as far as comparing needs to know. */
export type Type =
  | { readonly is: 'quantity'; readonly dimension: Dimension; readonly classifier: string | null }
  | { readonly is: 'day' | 'flag' | 'text' }
  | { readonly is: 'choice' | 'choices'; readonly fact: Optioned }
  | {
      readonly is: 'duration'
      readonly unit: 'months' | 'days' | 'working-days'
      readonly by: number
    }
  | (Chosen & { readonly is: 'records' })
  /** One field of the chosen records: a list of values, not yet one value. */
  | (Chosen & { readonly is: 'column'; readonly of: Expression; readonly item: Type })

/** Records and which of them: all (`where` null), or the one of a key. */
export type Chosen = {
  readonly records: Records
  readonly where: Expression | null
  readonly key: Expression | null
}

/** What has options: a fact, a field, or a value such as a grade. */
export type Optioned = Pick<Fact, 'name' | 'title' | 'options'>

/** A node of the program with what it gives. */
export type Typed = { readonly expression: Expression; readonly type: Type }

type Fit = { readonly left: Type; readonly right: Type; readonly at: number }

/** @throws FormulaError when two sides cannot be compared */
export function mustFit({ left, right, at }: Fit): void {
  if (left.is === 'quantity' && right.is === 'quantity') {
    mustFitDimension(left, right, at)
    return
  }
  if (left.is === 'choice' && right.is === 'choice' && left.fact.name !== right.fact.name)
    throw new FormulaError(
      at,
      `“${left.fact.title.zh}”与“${right.fact.title.zh}”的选项不是同一份`,
      `“${left.fact.title.en}” and “${right.fact.title.en}” have different options`,
    )
  if (left.is !== right.is)
    throw new FormulaError(
      at,
      `${typeWord(left).zh}不能与${typeWord(right).zh}比较`,
      `${typeWord(left).en} cannot be compared with ${typeWord(right).en}`,
    )
}

export type Quantity = Extract<Type, { is: 'quantity' }>

export function mustFitDimension(left: Quantity, right: Quantity, at: number): void {
  if (left.dimension !== right.dimension && !shareOfNumber(left, right)) {
    throw new FormulaError(
      at,
      `${typeWord(left).zh}不能与${typeWord(right).zh}比较，请写上单位`,
      `${typeWord(left).en} cannot be compared with ${typeWord(right).en}; write the unit`,
    )
  }
  if (left.classifier && right.classifier && left.classifier !== right.classifier) {
    throw new FormulaError(
      at,
      `单位“${right.classifier}”与“${left.classifier}”不一致`,
      `the unit “${right.classifier}” differs from “${left.classifier}”`,
    )
  }
}

/** A ratio may be compared with a plain number (0.6) as well as a percentage (60%). */
function shareOfNumber(a: Quantity, b: Quantity): boolean {
  const both = [a.dimension, b.dimension]
  return both.includes('share') && both.includes('number')
}

const DIMENSION_WORDS: Readonly<Record<Dimension, { zh: string; en: string }>> = {
  money: { zh: '金额', en: 'an amount of money' },
  area: { zh: '面积', en: 'an area' },
  count: { zh: '个数', en: 'a count' },
  share: { zh: '比例', en: 'a share' },
  number: { zh: '不带单位的数', en: 'a number without unit' },
}
const TYPE_WORDS = {
  day: { zh: '日期', en: 'a day' },
  flag: { zh: '是否', en: 'a yes or no' },
  text: { zh: '文字', en: 'text' },
  choice: { zh: '选项', en: 'an option' },
  choices: { zh: '多选项', en: 'options' },
  duration: { zh: '时长', en: 'a length of time' },
  records: { zh: '记录', en: 'records' },
  column: { zh: '多条记录的值', en: 'values of several records' },
} as const

export function typeWord(type: Type): { zh: string; en: string } {
  return type.is === 'quantity' ? DIMENSION_WORDS[type.dimension] : TYPE_WORDS[type.is]
}

/** What a fact, a field or a value gives. */
export function typeOf(fact: Optioned & Pick<Fact, 'type' | 'unit'>): Type {
  const dimension = dimensionOf(fact.type)
  if (dimension)
    return { is: 'quantity', dimension, classifier: fact.type === 'count' ? fact.unit : null }
  if (fact.type === 'choice' || fact.type === 'choices') return { is: fact.type, fact }
  return { is: fact.type as 'day' | 'flag' | 'text' }
}

export const FLAG: Type = { is: 'flag' }
export const PLAIN: Type = { is: 'quantity', dimension: 'number', classifier: null }
