import type { Expression, Program } from '../../../../policy/src/run.ts'
import { flat, plainOf, type Row } from './flat.ts'
import { OPERATORS } from './json-logic.ts'
import { peer } from './peer.ts'

/**
 * The measure for json-rules-engine, which knows no unknown: two rules a service, one that says met
 * and one that says not met, with operators that a null never satisfies. What is calculated are its
 * runtime facts.
 */
type Tree = Readonly<Record<string, unknown>>
type Facts = { factValue(name: string): Promise<unknown> }
type Working = (facts: Facts) => Promise<unknown>
type Add = (of: Working) => string
type Compare = Extract<Expression, { kind: 'compare' }>

const OPPOSITE = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const

/** What holds surely, or surely does not. */
function treeOf(one: Expression, holds: boolean, add: Add): Tree {
  if (one.kind === 'not') return treeOf(one.of, !holds, add)
  if (one.kind === 'and' || one.kind === 'or') {
    const joined = (one.kind === 'and') === holds ? 'all' : 'any'
    return { [joined]: one.of.map((each) => treeOf(each, holds, add)) }
  }
  if (one.kind === 'compare') return comparison(one, holds ? one.is : OPPOSITE[one.is], add)
  if (one.kind === 'within') {
    const value = one.among.map((each) => ('option' in each ? each.option : ''))
    return { fact: factOf(one.of, add), operator: holds ? 'kin' : 'kout', value }
  }
  return { fact: factOf(one, add), operator: 'k=', value: holds }
}

function comparison({ left, right }: Compare, is: string, add: Add): Tree {
  const value = right.kind === 'literal' ? plainOf(right) : { fact: factOf(right, add) }
  return { fact: factOf(left, add), operator: `k${is}`, value }
}

function factOf(one: Expression, add: Add): string {
  if (one.kind === 'fact') return one.name
  if (one.kind === 'value') return `value ${one.name}`
  return add(workOf(one))
}

/** A formula as a runtime fact works it out. */
function workOf(one: Expression): Working {
  const parts = (is: string, of: readonly Expression[]): Working => {
    const all = of.map(workOf)
    const run = OPERATORS[is] as (args: readonly unknown[]) => unknown
    return async (facts) => {
      const args: unknown[] = []
      for (const part of all) args.push(await part(facts))
      return run(args)
    }
  }
  switch (one.kind) {
    case 'literal': {
      const plain = plainOf(one)
      return async () => plain
    }
    case 'fact':
    case 'value': {
      const name = one.kind === 'fact' ? one.name : `value ${one.name}`
      return (facts) => facts.factValue(name)
    }
    case 'compare':
    case 'arithmetic':
      return parts(`k${one.is}`, [one.left, one.right])
    case 'extreme':
      return parts(`k${one.is}`, one.of)
    case 'round':
      return parts('kfloor', [one.of])
    case 'choose':
      return chosen(workOf(one.when), [workOf(one.gives), workOf(one.otherwise)])
    case 'table':
      return one.rows.reduceRight<Working>(
        (rest, row) => chosen(workOf(row.when), [workOf(row.gives), rest]),
        one.otherwise ? workOf(one.otherwise) : async () => null,
      )
    default:
      throw new Error(`no value of the bench's measure is ${one.kind}`)
  }
}

const chosen =
  (when: Working, [gives, otherwise]: readonly [Working, Working]): Working =>
  async (facts) => {
    const holds = await when(facts)
    return holds === null ? null : holds ? gives(facts) : otherwise(facts)
  }

type Engine = {
  addOperator(name: string, is: (a: unknown, b: unknown) => boolean): void
  addFact(name: string, is: (params: unknown, almanac: Facts) => unknown): void
  addRule(rule: unknown): void
  run(row: Row): Promise<{ readonly events: readonly { readonly type: string }[] }>
}
type Module = { readonly Engine: new () => Engine }

const known = (is: (a: never, b: never) => boolean) => (a: unknown, b: unknown) =>
  a !== null && b !== null && is(a as never, b as never)

/** Operators that a null satisfies neither as they are nor turned round. */
const KNOWN = {
  'k=': known((a, b) => a === b),
  'k!=': known((a, b) => a !== b),
  'k<': known((a, b) => a < b),
  'k<=': known((a, b) => a <= b),
  'k>': known((a, b) => a > b),
  'k>=': known((a, b) => a >= b),
  kin: known((a, b: never[]) => b.includes(a)),
  kout: known((a, b: never[]) => !b.includes(a)),
} as const

function filled(engine: Engine, program: Program, on: string): void {
  for (const [name, is] of Object.entries(KNOWN)) engine.addOperator(name, is)
  const put = (name: string, of: Working) => engine.addFact(name, (_, almanac) => of(almanac))
  let made = 0
  const add: Add = (of) => {
    made += 1
    put(`made ${made}`, of)
    return `made ${made}`
  }
  const { values, services } = flat(program, on)
  for (const { name, of } of values) put(`value ${name}`, workOf(of))
  for (const { name, tests } of services) {
    const met = tests.map((test) => treeOf(test, true, add))
    const not = tests.map((test) => treeOf(test, false, add))
    engine.addRule({ conditions: { all: met }, event: { type: `met ${name}` } })
    engine.addRule({ conditions: { any: not }, event: { type: `not-met ${name}` } })
  }
}

/** Answers of all services for one flat row. */
export async function jsonRules(
  program: Program,
  on: string,
): Promise<(row: Row) => Promise<readonly unknown[]>> {
  const { Engine } = (await peer('json-rules-engine')) as Module
  const engine = new Engine()
  filled(engine, program, on)
  const names = Object.keys(program.services)
  return async (row) => {
    const { events } = await engine.run(row)
    const types = new Set(events.map(({ type }) => type))
    return names.map((name) =>
      types.has(`met ${name}`) ? 'met' : types.has(`not-met ${name}`) ? 'not-met' : 'unknown',
    )
  }
}
