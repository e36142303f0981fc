import type { Expression } from '../program/expression.ts'
import type { FactName } from '../program/fact.ts'
import { unreachable } from './formula.ts'

/** The facts a formula names, each once, in the order it names them. */
export function factsOf(expression: Expression): readonly FactName[] {
  return [...new Set(named(expression))]
}

function named(expression: Expression): readonly FactName[] {
  switch (expression.kind) {
    case 'literal':
    case 'day-asked':
      return []
    case 'fact':
      return [expression.name]
    case 'compare':
    case 'arithmetic':
      return [...named(expression.left), ...named(expression.right)]
    case 'within':
    case 'holds':
    case 'not':
    case 'bands':
      return named(expression.of)
    case 'move-day':
      return named(expression.day)
    case 'extreme':
    case 'and':
    case 'or':
      return expression.of.flatMap(named)
    case 'choose':
      return [expression.when, expression.gives, expression.otherwise].flatMap(named)
    default:
      return unreachable(expression)
  }
}
