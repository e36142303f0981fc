import type { Expression } from '../program/expression.ts'
import type { FactName } from '../program/fact.ts'
import type { Program } from '../program/program.ts'
import type { RecordsName } from '../program/records.ts'
import type { ValueName } from '../program/value-definition.ts'

/** What a formula names itself, each once, in the order it names them. */
export type Named = {
  readonly facts: readonly FactName[]
  readonly records: readonly RecordsName[]
  /** Fields of those records. */
  readonly fields: readonly FactName[]
  readonly values: readonly ValueName[]
  /** Names under which a person's score is given. */
  readonly scores: readonly FactName[]
}

/** Programs are frozen, so what their formulas name is gathered once for good. */
const gathered = new WeakMap<Expression, Named>()
const behind = new WeakMap<Program['values'], WeakMap<Expression, Named>>()

/** The names a formula bears, without those behind the values it names. */
export function namedIn(expression: Expression): Named {
  const known = gathered.get(expression) ?? gather(expression)
  gathered.set(expression, known)
  return known
}

function gather(expression: Expression): Named {
  const found = formulasWithin(expression)
  const names = (kind: Expression['kind']) => [
    ...new Set(found.flatMap((one) => (one.kind === kind && 'name' in one ? [one.name] : []))),
  ]
  return {
    facts: names('fact'),
    values: names('value'),
    scores: names('scored'),
    fields: names('field'),
    records: [...new Set(found.flatMap((one) => ('records' in one ? [one.records] : [])))],
  }
}

/** The same with everything behind the values it names. */
export function restsOn(expression: Expression, values: Program['values']): Named {
  const own = behind.get(values) ?? new WeakMap<Expression, Named>()
  behind.set(values, own)
  const known = own.get(expression) ?? gatherBehind(expression, values)
  own.set(expression, known)
  return known
}

function gatherBehind(expression: Expression, values: Program['values']): Named {
  const seen = new Set<ValueName>()
  const walk = (one: Expression): readonly Expression[] =>
    formulasWithin(one).flatMap((node) => {
      if (node.kind !== 'value' || seen.has(node.name)) return [node]
      seen.add(node.name)
      const definition = values[node.name]
      return definition ? [node, ...walk(definition.of)] : [node]
    })
  return gather({ kind: 'and', of: walk(expression).map(leafOf) })
}

/** A node without its parts: enough to say what it names. */
function leafOf(node: Expression): Expression {
  if (node.kind === 'scored') return { ...node, from: NOTHING, to: NOTHING }
  if ('records' in node) return { kind: 'count', records: node.records, where: null }
  return ['fact', 'value', 'field'].includes(node.kind) ? node : NOTHING
}

const NOTHING: Expression = { kind: 'and', of: [] }

/** A node and all below it, in printed order. */
export function formulasWithin(expression: Expression): readonly Expression[] {
  return [expression, ...partsOf(expression).flatMap(formulasWithin)]
}

/** What a node is made of, in printed order. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'compare':
    case 'arithmetic':
      return [expression.left, expression.right]
    case 'move-day':
    case 'move-working-days':
      return [expression.day]
    case 'between':
    case 'scored':
      return [expression.from, expression.to]
    case 'choose':
      return [expression.when, expression.gives, expression.otherwise]
    case 'table':
      return [
        ...expression.rows.flatMap(({ when, gives }) => [when, gives]),
        ...(expression.otherwise ? [expression.otherwise] : []),
      ]
    case 'count':
    case 'at-least-records':
    case 'run':
      return expression.where ? [expression.where] : []
    case 'sum':
    case 'most':
      return [...(expression.where ? [expression.where] : []), expression.of]
    case 'pick':
      return [expression.key, expression.of]
    default:
      return 'of' in expression ? listed(expression.of) : []
  }
}

function listed(of: Expression | readonly Expression[]): readonly Expression[] {
  return Array.isArray(of) ? of : [of as Expression]
}
