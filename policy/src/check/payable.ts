import type { Citation } from '../program/citation.ts'
import type { Expression } from '../program/expression.ts'
import type { Fact } from '../program/fact.ts'
import type { ValueDefinition } from '../program/value-definition.ts'
import type { PaysText, ServiceText } from '../syntax/pack-shapes.ts'
import type { FormulaText } from '../syntax/value-shape.ts'
import { ratio } from '../values/rational.ts'
import { here, type Place, typedHere } from './formula-here.ts'
import { mustFit, type Type, type Typed } from './type.ts'
import { literal } from './type-literal.ts'
import { rounded } from './value-body.ts'
import { plain } from './words.ts'

const MONEY: Type = { is: 'quantity', dimension: 'money', classifier: null }

/** What a service pays, as a value, and the payments of the past that it asks a register for. */
export type Payable = { readonly value: ValueDefinition; readonly facts: readonly Fact[] }

/**
 * amount → at most the claim's cap → at most what the year's and the lifetime's cap leave → less what
 * was paid for the rungs below (补差) → not below 0 → rounded. Null (with complaints) at a fault.
 */
export function payableOf(service: ServiceText, place: Place): Payable | null {
  const { pays } = service
  const amount = pays && place.scope.valueNamed(pays.amount, 0)
  if (!pays || !amount) return null
  const caps = capsOf(service, pays, place)
  if (!caps) return null
  const before = (pays['top-up'] ?? []).map((name) => paidFact(name, 'so-far'))
  const capped: Expression = {
    kind: 'extreme',
    is: 'min',
    of: [{ kind: 'value', name: amount.name }, ...caps.map(({ limit }) => limit)],
  }
  const less = before.reduce(
    (left, fact): Expression => minus(left, { kind: 'fact', name: fact.name }),
    capped,
  )
  const floored: Typed = {
    expression: { kind: 'extreme', is: 'max', of: [zero(), less] },
    type: MONEY,
  }
  const typed = pays.round ? rounded(floored, pays.round, place) : floored
  if (!typed) return null
  const facts = [...caps.flatMap(({ fact }) => (fact ? [fact] : [])), ...before]
  return { value: definitionOf(service, pays, typed.expression), facts }
}

function definitionOf(service: ServiceText, pays: PaysText, of: Expression): ValueDefinition {
  return {
    name: payableName(service.service),
    title: { zh: `${service.title.zh}应付`, en: `${service.title.en}: payable` },
    cite: pays.cite as Citation,
    type: 'amount',
    unit: '元',
    options: [],
    of,
    printed: null,
    parts: [pays.amount],
    scoredBy: null,
  }
}

/** The name under which a service's payable amount is known. */
export function payableName(service: string): string {
  return `${service}-payable`
}

type Cap = { readonly limit: Expression; readonly fact: Fact | null }
type Span = 'claim' | 'year' | 'lifetime'

/** The caps of a claim, a year and a lifetime; those of time less what was already paid in it. */
function capsOf(service: ServiceText, pays: PaysText, place: Place): readonly Cap[] | null {
  const { claim, year, lifetime } = pays['at-most'] ?? {}
  const texts: readonly (readonly [Span, FormulaText | undefined])[] = [
    ['claim', claim],
    ['year', year],
    ['lifetime', lifetime],
  ]
  const caps = texts.flatMap(([span, text]) =>
    text ? [capOf(service, { span, text }, place)] : [],
  )
  return caps.includes(null) ? null : caps.flatMap((cap) => (cap ? [cap] : []))
}

type CapText = { readonly span: Span; readonly text: FormulaText }

function capOf(service: ServiceText, { span, text }: CapText, place: Place): Cap | null {
  const limit = moneyHere(text, place)
  if (!limit || span === 'claim') return limit && { limit, fact: null }
  const fact = paidFact(service.service, span === 'year' ? 'this-year' : 'so-far')
  return { limit: minus(limit, { kind: 'fact', name: fact.name }), fact }
}

function moneyHere(text: FormulaText, place: Place): Expression | null {
  const typed = typedHere(text, place)
  return (
    typed &&
    here(text, place, () => {
      mustFit({ left: MONEY, right: typed.type, at: 0 })
      return typed.expression
    })
  )
}

function minus(left: Expression, right: Expression): Expression {
  return { kind: 'arithmetic', is: '-', left, right }
}

function zero(): Expression {
  return literal({ kind: 'quantity', amount: ratio(0n, 1n), dimension: 'money' }, '0元')
}

/** Whether a fact is what was paid under a service: an amount the ledger keeps, never below nought. */
export function isPaidFact(name: string): boolean {
  return /-paid-(?:this-year|so-far)$/.test(name)
}

/** What was paid under a service this year, or ever: only the ledger can say. */
function paidFact(service: string, span: 'this-year' | 'so-far'): Fact {
  const when = span === 'this-year' ? { zh: '本年', en: 'this year' } : { zh: '累计', en: 'so far' }
  const title = { zh: `${service}${when.zh}已付`, en: `Paid under ${service} ${when.en}` }
  return {
    name: `${service}-paid-${span}`,
    title,
    type: 'amount',
    unit: '元',
    options: [],
    subject: 'party',
    from: 'register',
    sensitivity: 'internal',
    ask: plain(title),
    help: null,
  }
}
