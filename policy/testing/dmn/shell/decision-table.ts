import { childOf, childrenOf, type Element } from '../../../src/text/xml-tree.ts'
import type { Engine, Scope } from './engine.ts'

/** A decision table of standard DMN with every hit policy; several outputs make a context. */
export function evaluateTable(table: Element, scope: Scope, engine: Engine): unknown {
  const inputs = childrenOf(table, 'input').map((clause) =>
    engine.evaluate(feelOf(childOf(clause, 'inputExpression')), scope),
  )
  const outputs = childrenOf(table, 'output')
  const hits = childrenOf(table, 'rule').filter((rule) =>
    childrenOf(rule, 'inputEntry').every((entry, at) => {
      const test = feelOf(entry)
      return test === '-' || test === '' || engine.test(test, scope, inputs[at] ?? null)
    }),
  )
  const given = hits.map((rule) => {
    const parts = childrenOf(rule, 'outputEntry').map((entry) =>
      engine.evaluate(feelOf(entry), scope),
    )
    return { parts, value: together(parts, outputs) }
  })
  if (given.length === 0) return otherwise(outputs, scope, engine)
  return settled(table, given, { outputs, engine, scope })
}

export function feelOf(of: Element | undefined): string {
  return (childOf(of, 'text')?.text ?? '').trim()
}

type Hit = { readonly parts: readonly unknown[]; readonly value: unknown }
type About = {
  readonly outputs: readonly Element[]
  readonly engine: Engine
  readonly scope: Scope
}

function together(parts: readonly unknown[], outputs: readonly Element[]): unknown {
  if (outputs.length < 2) return parts[0] ?? null
  return Object.fromEntries(
    outputs.map((output, at) => [output.attributes.name ?? `${at}`, parts[at] ?? null]),
  )
}

function otherwise(outputs: readonly Element[], scope: Scope, engine: Engine): unknown {
  const entries = outputs.map((output) => childOf(output, 'defaultOutputEntry'))
  if (entries.every((entry) => entry === undefined)) return null
  return together(
    entries.map((entry) => (entry ? engine.evaluate(feelOf(entry), scope) : null)),
    outputs,
  )
}

function settled(table: Element, hits: readonly Hit[], about: About): unknown {
  const policy = table.attributes.hitPolicy ?? 'UNIQUE'
  const values = hits.map(({ value }) => value)
  const [first] = values
  switch (policy) {
    case 'UNIQUE':
      return values.length === 1 ? first : null
    case 'ANY':
      return values.every((one) => about.engine.same(first, one)) ? first : null
    case 'FIRST':
      return first
    case 'PRIORITY':
      return byPriority(hits, about)[0]?.value ?? null
    case 'OUTPUT ORDER':
      return byPriority(hits, about).map(({ value }) => value)
    case 'RULE ORDER':
      return values
    case 'COLLECT': {
      const is = table.attributes.aggregation
      return is === undefined ? values : about.engine.aggregate(is as 'SUM', values)
    }
    default:
      throw new Error(`no such hit policy: ${policy}`)
  }
}

function byPriority(hits: readonly Hit[], { outputs, engine, scope }: About): readonly Hit[] {
  const orders = outputs.map((output) => {
    const list = feelOf(childOf(output, 'outputValues'))
    const values = list === '' ? [] : engine.evaluate(`[${list}]`, scope)
    return Array.isArray(values) ? values.map(engine.show) : []
  })
  const rank = ({ parts }: Hit) =>
    parts.map((part, at) => (orders[at] ?? []).indexOf(engine.show(part)))
  return hits.toSorted((a, b) => {
    const [one, other] = [rank(a), rank(b)]
    const at = one.findIndex((place, index) => place !== other[index])
    return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
  })
}
