import type { ConditionText } from '../syntax/condition-shape.ts'
import { FormulaError, parseFormula } from '../syntax/parse-formula.ts'
import { namesOf } from '../syntax/token.ts'
import { typeFlag } from './formula-types.ts'
import { type Known, mustBeAnArticle, mustBeKnown } from './known.ts'

/** Formulas parse and type, offices and papers exist, every node cites an article that is there. */
export function checkConditions(known: Known): void {
  const names = namesOf(known.scope.names)
  for (const condition of known.conditions.values()) {
    mustBeAnArticle(known, condition.cite, condition.at)
    checkBody(known, condition, names)
  }
}

function checkBody(
  known: Known,
  condition: ConditionText,
  names: ReturnType<typeof namesOf>,
): void {
  const { body, cite, at } = condition
  switch (body.kind) {
    case 'all':
    case 'any':
      if (body.of.length === 0)
        known.complaints.add({
          at,
          cite,
          code: 'condition.empty',
          zh: '没有下属条件',
          en: 'there is nothing in it',
        })
      return
    case 'at-least':
      checkCount(known, condition)
      return
    case 'that':
      checkFormula(known, condition, names)
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

function checkFormula(
  known: Known,
  condition: ConditionText,
  names: ReturnType<typeof namesOf>,
): void {
  const { body, cite } = condition
  if (body.kind !== 'that') return
  try {
    typeFlag(parseFormula(body.formula, names), known.scope)
  } catch (problem) {
    if (!(problem instanceof FormulaError)) throw problem
    const at = { ...body.formulaAt, column: body.formulaAt.column + problem.at }
    known.complaints.add({
      at,
      cite,
      code: 'formula.wrong',
      zh: `公式“${body.formula}”：${problem.zh}`,
      en: `in the formula “${body.formula}”: ${problem.en}`,
    })
  }
}
