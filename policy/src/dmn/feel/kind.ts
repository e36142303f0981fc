import type { Expression } from '../../program/expression.ts'
import type { FactType } from '../../program/fact.ts'
import type { Program } from '../../program/program.ts'
import type { Value } from '../../values/value.ts'

/** The types of standard FEEL that a formula of ours can give; a list is one of texts. */
export type FeelType = 'number' | 'boolean' | 'date' | 'string' | 'list'

export function feelTypeOf(type: FactType): FeelType {
  switch (type) {
    case 'day':
      return 'date'
    case 'flag':
      return 'boolean'
    case 'choice':
    case 'text':
      return 'string'
    case 'choices':
      return 'list'
    default:
      return 'number'
  }
}

function typeOfValue(value: Value): FeelType {
  switch (value.kind) {
    case 'quantity':
      return 'number'
    case 'day':
      return 'date'
    case 'flag':
      return 'boolean'
    case 'choices':
      return 'list'
    default:
      return 'string'
  }
}

type Known = Pick<Program, 'facts' | 'values' | 'records'>

export function kindOf(expression: Expression, program: Known): FeelType {
  switch (expression.kind) {
    case 'literal':
      return typeOfValue(expression.value)
    case 'fact':
      return feelTypeOf(program.facts[expression.name]?.type ?? 'text')
    case 'value':
      return feelTypeOf(program.values[expression.name]?.type ?? 'number')
    case 'field':
      return typeOfField(expression.name, program)
    case 'day-asked':
    case 'move-day':
    case 'move-working-days':
    case 'start-of':
      return 'date'
    case 'choose':
      return kindOf(expression.gives, program)
    case 'table':
      return kindOf(expression.rows[0]?.gives ?? expression, program)
    case 'extreme':
      return kindOf(expression.of[0] ?? expression, program)
    case 'most':
    case 'pick':
      return kindOf(expression.of, program)
    case 'arithmetic':
    case 'round':
    case 'scored':
    case 'between':
    case 'part':
    case 'sum':
    case 'count':
    case 'run':
      return 'number'
    default:
      return 'boolean'
  }
}

function typeOfField(name: string, { records }: Known): FeelType {
  const fields = Object.values(records).flatMap((one) => one.fields[name] ?? [])
  return feelTypeOf(fields[0]?.type ?? 'text')
}

/** Whether a formula can give “does not apply”: what facts and records say of themselves. */
export function mayNotApply(of: Expression, program: Known): boolean {
  const any = (...parts: readonly Expression[]) => parts.some((one) => mayNotApply(one, program))
  switch (of.kind) {
    case 'fact':
    case 'field':
      return true
    case 'value': {
      const definition = program.values[of.name]
      return definition !== undefined && mayNotApply(definition.of, program)
    }
    case 'arithmetic':
      return any(of.left, of.right)
    case 'between':
      return any(of.from, of.to)
    case 'choose':
      return any(of.gives, of.otherwise)
    case 'table':
      return any(...of.rows.map(({ gives }) => gives), ...(of.otherwise ? [of.otherwise] : []))
    case 'extreme':
      return any(...of.of)
    case 'move-day':
      return any(of.day)
    case 'round':
    case 'part':
    case 'start-of':
    case 'sum':
    case 'most':
    case 'pick':
      return any(of.of)
    default:
      return false
  }
}
