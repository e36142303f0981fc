import type { Expression } from '../program/expression.ts'
import type { ConditionText } from '../syntax/condition-shape.ts'
import type { FormulaText } from '../syntax/value-shape.ts'
import type { Tests } from './check-meaning.ts'
import { flagHere } from './formula-here.ts'
import { type Known, mustBeAnArticle, mustBeKnown } from './known.ts'

/** Formulas parse and type, offices and papers exist, every node cites an article that is there. */
export function checkConditions(known: Known): Tests {
  const tests = new Map<string, Expression>()
  for (const condition of known.conditions.values()) {
    mustBeAnArticle(known, condition.cite, condition.at)
    checkBody(known, condition)
    const test = testOf(known, condition)
    if (test) tests.set(condition.condition, test)
  }
  return tests
}

function checkBody(known: Known, condition: ConditionText): void {
  const { body, cite, at } = condition
  switch (body.kind) {
    case 'all':
    case 'any':
    case 'none':
    case 'variants':
      if (body.of.length === 0)
        known.complaints.add({
          at,
          cite,
          code: 'condition.empty',
          zh: '没有下属条件',
          en: 'there is nothing in it',
        })
      if (body.kind === 'variants') for (const when of body.when) checkFlag(known, when, cite)
      return
    case 'at-least':
      checkCount(known, condition)
      return
    case 'that':
      return
    case 'judged':
      mustBeKnown(known, {
        name: body.by,
        among: known.offices,
        at,
        cite,
        of: { zh: '机构', en: 'office' },
      })
      for (const name of body.looksAt)
        mustBeKnown(known, { name, among: known.papers, at, cite, of: { zh: '材料', en: 'paper' } })
      return
    case 'evidenced':
      mustBeKnown(known, {
        name: body.paper,
        among: known.papers,
        at,
        cite,
        of: { zh: '材料', en: 'paper' },
      })
  }
}

function checkCount(known: Known, { body, at, cite }: ConditionText): void {
  if (body.kind !== 'at-least') return
  if (body.count >= 1 && body.count <= body.of.length) return
  known.complaints.add({
    at,
    cite,
    code: 'condition.count',
    zh: `${body.of.length}项中不可能至少满足${body.count}项`,
    en: `at least ${body.count} of ${body.of.length} makes no sense`,
  })
}

function testOf(known: Known, { body, cite }: ConditionText): Expression | null {
  if (body.kind !== 'that') return null
  return checkFlag(known, { formula: body.formula, at: body.formulaAt }, cite)
}

function checkFlag(known: Known, text: FormulaText, cite: string): Expression | null {
  return flagHere(text, { scope: known.scope, cite, complaints: known.complaints })
}
