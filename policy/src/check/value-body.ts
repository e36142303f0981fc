import type { Expression, Rounding } from '../program/expression.ts'
import type { ValueDefinition } from '../program/value-definition.ts'
import { FormulaError } from '../syntax/cursor.ts'
import type { FormulaText, ValueText } from '../syntax/value-shape.ts'
import type { Complaints } from '../text/complaint.ts'
import { UNITS } from '../values/unit.ts'
import { here, type Place, typedHere } from './formula-here.ts'
import { piecewise } from './piecewise.ts'
import type { Scope } from './scope.ts'
import { tableOf } from './table.ts'
import { mustFit, PLAIN, type Quantity, type Type, type Typed, typeOf } from './type.ts'
import { plain } from './words.ts'

type Made = Omit<ValueDefinition, 'name' | 'title' | 'cite'>

/** What a value is made of and what it gives; null (with complaints) when something does not fit. */
export function bodyOf(text: ValueText, scope: Scope, complaints: Complaints): Made | null {
  const place: Place = { scope, cite: text.cite, complaints }
  const own = { options: optionsOf(text), printed: null, parts: [], scoredBy: null }
  const made = madeOf(text, place)
  if (!made) return null
  const { typed, ...more } = made
  const given = giving(text, typed.type, place)
  return given ? { ...own, ...given, of: typed.expression, ...more } : null
}

type Typing = { readonly typed: Typed } & Partial<Pick<Made, 'printed' | 'parts' | 'scoredBy'>>

function madeOf(text: ValueText, place: Place): Typing | null {
  const { body } = text
  switch (body.kind) {
    case 'that': {
      const typed = typedHere(body.is, place)
      return typed && { typed, printed: body.is.formula }
    }
    case 'table': {
      const typed = tableOf(text, body.is, place)
      return typed && { typed }
    }
    case 'score': {
      const sum = joined({ names: body.is.of, text }, place, (parts) =>
        parts.reduce((left, right): Expression => ({ kind: 'arithmetic', is: '+', left, right })),
      )
      const typed = sum && bounded(sum, body.is, place)
      return typed && { typed, parts: body.is.of }
    }
    case 'best-of': {
      const typed = joined({ names: body.is, text }, place, (of) => ({
        kind: 'extreme',
        is: 'max',
        of,
      }))
      return typed && { typed, parts: body.is }
    }
    case 'scored':
      return scoredOf(text, body.is, place)
    case 'amount': {
      const of = typedHere(body.is.of, place)
      const within = of && bounded(of, body.is, place)
      const typed = within && body.is.round ? rounded(within, body.is.round, place) : within
      return typed && { typed, printed: body.is.of.formula }
    }
    case 'piecewise': {
      const typed = piecewise(body.is, place)
      return typed && { typed, printed: body.is.of.formula }
    }
  }
}

function optionsOf(text: ValueText): Made['options'] {
  return Object.entries(text.options ?? {}).map(([value, title]) => ({
    value,
    title: plain(title),
  }))
}

const TYPES = {
  money: 'amount',
  area: 'area',
  count: 'count',
  share: 'share',
  number: 'number',
} as const
const UNIT_OF = { money: '元', area: '平方米', share: '%', number: null } as const

/** The type, unit and options a value prints and compares by. */
function giving(text: ValueText, type: Type, place: Place): Giving | null {
  if (type.is === 'quantity') return givingNumber(text, type, place)
  if (text.unit !== null) return wrongUnit(text, place)
  if (type.is === 'choice' || type.is === 'choices')
    return { type: type.is, unit: null, options: type.fact.options }
  return { type: type.is as 'day' | 'flag' | 'text', unit: null, options: optionsOf(text) }
}

type Giving = Pick<Made, 'type' | 'unit' | 'options'>

/** A count without a classifier of its own is a plain number. */
function givingNumber(
  text: ValueText,
  { dimension, classifier }: Quantity,
  place: Place,
): Giving | null {
  const unit = text.unit ?? (dimension === 'count' ? classifier : UNIT_OF[dimension])
  if (unit !== null && UNITS.get(unit)?.dimension !== dimension) return wrongUnit(text, place)
  const type = dimension === 'count' && unit === null ? 'number' : TYPES[dimension]
  return { type, unit, options: [] }
}

function wrongUnit(text: ValueText, { complaints }: Place): null {
  complaints.add({
    at: text.at,
    cite: text.cite,
    code: 'value.unit',
    zh: `${text.title.zh}的单位 ${text.unit} 与它的结果不符`,
    en: `the unit ${text.unit} of ${text.title.en} does not fit what it gives`,
  })
  return null
}

type Join = (parts: readonly Expression[]) => Expression
type Parts = { readonly names: readonly string[]; readonly text: ValueText }

/** Values of one kind joined into one: their names must be values of the pack. */
function joined({ names, text }: Parts, place: Place, join: Join): Typed | null {
  const at: FormulaText = { formula: names.join('、'), at: text.at }
  return here(at, place, () => {
    const parts = names.map((name) => valueNamed(name, place.scope))
    const [first, ...rest] = parts
    if (!first) throw new FormulaError(0, '至少要有一项', 'at least one is needed')
    for (const part of rest) mustFit({ left: first.type, right: part.type, at: 0 })
    return { expression: join(parts.map(({ expression }) => expression)), type: first.type }
  })
}

function valueNamed(name: string, scope: Scope): Typed {
  const value = scope.valueNamed(name, 0)
  if (!value)
    throw new FormulaError(0, `没有名为 ${name} 的数值`, `there is no value named ${name}`)
  return { expression: { kind: 'value', name: value.name }, type: typeOf(value) }
}

type Bounds = { readonly 'at-most'?: FormulaText; readonly 'at-least'?: FormulaText }

/** Never more than the cap, never less than the floor. */
function bounded(typed: Typed, bounds: Bounds, place: Place): Typed | null {
  const { 'at-most': most, 'at-least': least } = bounds
  const capped = most ? bound({ typed, is: 'min' }, most, place) : typed
  return capped && least ? bound({ typed: capped, is: 'max' }, least, place) : capped
}

type Bounding = { readonly typed: Typed; readonly is: 'min' | 'max' }

function bound({ typed, is }: Bounding, by: FormulaText, place: Place): Typed | null {
  const other = typedHere(by, place)
  return (
    other &&
    here(by, place, () => {
      mustFit({ left: typed.type, right: other.type, at: 0 })
      const of = [typed.expression, other.expression]
      return { expression: { kind: 'extreme', is, of }, type: typed.type }
    })
  )
}

type Round = { readonly to: FormulaText; readonly how: Rounding }

/** To whole steps of a literal: 千元, 0.01. */
export function rounded(typed: Typed, { to, how }: Round, place: Place): Typed | null {
  const step = typedHere(to, place)
  return (
    step &&
    here(to, place, () => {
      mustFit({ left: typed.type, right: step.type, at: 0 })
      const value = step.expression.kind === 'literal' ? step.expression.value : null
      if (
        value?.kind !== 'quantity' ||
        value.amount.over.startsWith('-') ||
        value.amount.over === '0'
      )
        throw new FormulaError(0, '取整的单位应为大于零的数', 'a step must be a number above 0')
      const { amount } = value
      return {
        expression: { kind: 'round', is: how, of: typed.expression, step: amount },
        type: typed.type,
      }
    })
  )
}

type Scored = Extract<ValueText['body'], { kind: 'scored' }>['is']

/** A number a person gives within a range that may hang on other facts. */
function scoredOf(text: ValueText, scored: Scored, place: Place): Typing | null {
  const from = typedHere(scored.from, place)
  const to = typedHere(scored.to, place)
  if (!from || !to) return null
  const fits = here(scored.to, place, () => {
    mustFit({ left: PLAIN, right: from.type, at: 0 })
    mustFit({ left: PLAIN, right: to.type, at: 0 })
    return true
  })
  if (!fits) return null
  const of: Expression = {
    kind: 'scored',
    name: text.value,
    from: from.expression,
    to: to.expression,
  }
  return {
    typed: { expression: of, type: PLAIN },
    scoredBy: { by: scored.by, question: plain(scored.question) },
  }
}
