import { childOf, childrenOf, type Element } from '../../../src/text/xml-tree.ts'
import { evaluateTable, feelOf } from './decision-table.ts'
import { type Engine, ModelFunction, type Scope } from './engine.ts'

const EXPRESSIONS = [
  'literalExpression',
  'decisionTable',
  'context',
  'invocation',
  'list',
  'relation',
  'functionDefinition',
  'conditional',
  'filter',
  'for',
  'some',
  'every',
]

/** The boxed expression inside an element; undefined where it has none. */
export function expressionIn(of: Element | undefined): Element | undefined {
  return of?.children.find(({ name }) => EXPRESSIONS.includes(name))
}

/** What a boxed expression gives; nothing where there is none. */
export function evaluateBoxed(of: Element | undefined, scope: Scope, engine: Engine): unknown {
  const inner = (one: Element | undefined, names: Scope = scope) =>
    evaluateBoxed(expressionIn(one), names, engine)
  if (!of) return null
  switch (of.name) {
    case 'literalExpression':
      return engine.evaluate(feelOf(of), scope)
    case 'decisionTable':
      return evaluateTable(of, scope, engine)
    case 'context':
      return contextOf(of, scope, engine)
    case 'invocation':
      return invoke(of, scope, engine)
    case 'list':
      return of.children
        .filter(({ name }) => EXPRESSIONS.includes(name))
        .map((one) => evaluateBoxed(one, scope, engine))
    case 'relation':
      return relationOf(of, scope, engine)
    case 'functionDefinition':
      return functionOf(of, scope, engine)
    case 'conditional':
      return inner(childOf(of, engine.isTrue(inner(childOf(of, 'if'))) ? 'then' : 'else'))
    default:
      return overList(of, scope, engine)
  }
}

function contextOf(of: Element, scope: Scope, engine: Engine): unknown {
  const entries: Record<string, unknown> = {}
  for (const entry of childrenOf(of, 'contextEntry')) {
    const value = evaluateBoxed(expressionIn(entry), { ...scope, ...entries }, engine)
    const name = childOf(entry, 'variable')?.attributes.name
    if (name === undefined) return value
    entries[name] = value
  }
  return entries
}

function invoke(of: Element, scope: Scope, engine: Engine): unknown {
  const called = engine.evaluate(feelOf(expressionIn(of)), scope)
  if (!(called instanceof ModelFunction)) return null
  const bound = new Map(
    childrenOf(of, 'binding').map((binding) => [
      childOf(binding, 'parameter')?.attributes.name,
      evaluateBoxed(expressionIn(binding), scope, engine),
    ]),
  )
  return called.call(called.parameters.map((name) => bound.get(name) ?? null))
}

function relationOf(of: Element, scope: Scope, engine: Engine): unknown {
  const columns = childrenOf(of, 'column').map(({ attributes }) => attributes.name ?? '')
  return childrenOf(of, 'row').map((row) => {
    const cells = row.children.filter(({ name }) => EXPRESSIONS.includes(name))
    return Object.fromEntries(
      columns.map((column, at) => [column, evaluateBoxed(cells[at], scope, engine)]),
    )
  })
}

export function functionOf(of: Element, scope: Scope, engine: Engine): ModelFunction {
  const parameters = childrenOf(of, 'formalParameter').map(
    ({ attributes }) => attributes.name ?? '',
  )
  return new ModelFunction(parameters, (given) => {
    const names = Object.fromEntries(parameters.map((name, at) => [name, given[at] ?? null]))
    return evaluateBoxed(expressionIn(of), { ...scope, ...names }, engine)
  })
}

function overList(of: Element, scope: Scope, engine: Engine): unknown {
  const inner = (name: string, names: Scope) =>
    evaluateBoxed(expressionIn(childOf(of, name)), names, engine)
  const given = inner('in', scope)
  if (given === null && of.name !== 'filter') return null
  const list = Array.isArray(given) ? given : given === null ? [] : [given]
  const variable = of.attributes.iteratorVariable ?? 'item'
  const withItem = (item: unknown): Scope => ({ ...scope, ...fieldsOf(item), [variable]: item })
  if (of.name === 'for') {
    const done: unknown[] = []
    for (const item of list) done.push(inner('return', { ...withItem(item), partial: [...done] }))
    return done
  }
  if (of.name === 'filter') {
    return list.filter((item) => engine.isTrue(inner('match', withItem(item))))
  }
  const found = list.map((item) => inner('satisfies', withItem(item)))
  return quantified(of.name === 'some', found, engine)
}

/** One that settles it, else all of them must be decided. */
function quantified(some: boolean, found: readonly unknown[], engine: Engine): unknown {
  const [yes, no] = [engine.read('true', 'boolean'), engine.read('false', 'boolean')]
  const settles = some ? yes : no
  if (found.some((one) => engine.same(settles, one))) return settles
  const others = some ? no : yes
  return found.every((one) => engine.same(others, one)) ? others : null
}

function fieldsOf(item: unknown): Scope {
  const plain = typeof item === 'object' && item !== null && !Array.isArray(item)
  return plain && Object.getPrototypeOf(item) === Object.prototype ? (item as Scope) : {}
}
