import type { Expression, Program } from '../../../../policy/src/run.ts'
import { flat, plainName, plainOf, type Row } from './flat.ts'
import { peer } from './peer.ts'

/**
 * The measure for ZEN, whose `null` in a comparison, `and` or `not` is an error: truths are 0 (no),
 * 1 (unknown), 2 (yes), `and` is their least, and every number is guarded. Each part is named once.
 */
type Line = { readonly id: string; readonly key: string; readonly value: string }
type Out = (value: string) => string

function numberOf(one: Expression, out: Out): string {
  const to = (other: Expression) => numberOf(other, out)
  const guarded = (parts: readonly string[], gives: string, or = 'null') =>
    out(`(${parts.map((part) => `${part} == null`).join(' or ')}) ? ${or} : ${gives}`)
  switch (one.kind) {
    case 'literal': {
      const plain = plainOf(one)
      return typeof plain === 'string' ? `'${plain}'` : String(plain)
    }
    case 'fact':
      return plainName(one.name)
    case 'value':
      return `$.v_${plainName(one.name)}`
    case 'arithmetic': {
      const [a, b] = [to(one.left), to(one.right)]
      if (one.is !== '/') return guarded([a, b], `(${a} ${one.is} ${b})`)
      return out(`(${a} == null or ${b} == null) ? null : (${b} == 0 ? null : (${a} / ${b}))`)
    }
    case 'extreme': {
      const all = one.of.map(to)
      return guarded(all, `${one.is}([${all.join(', ')}])`)
    }
    case 'round': {
      const of = to(one.of)
      return guarded([of], `floor(${of})`)
    }
    case 'choose':
      return chosen(out, [truthOf(one.when, out), to(one.gives), to(one.otherwise)])
    case 'table':
      return one.rows.reduceRight(
        (rest, row) => chosen(out, [truthOf(row.when, out), to(row.gives), rest]),
        one.otherwise ? to(one.otherwise) : 'null',
      )
    default:
      throw new Error(`the flat measure has no ${one.kind} here`)
  }
}

const chosen = (out: Out, [when, gives, otherwise]: readonly [string, string, string]) =>
  out(`${when} == 2 ? ${gives} : (${when} == 0 ? ${otherwise} : null)`)

function truthOf(one: Expression, out: Out): string {
  switch (one.kind) {
    case 'compare': {
      const [a, b] = [numberOf(one.left, out), numberOf(one.right, out)]
      const is = one.is === '=' ? '==' : one.is
      return out(`(${a} == null or ${b} == null) ? 1 : ((${a} ${is} ${b}) ? 2 : 0)`)
    }
    case 'within': {
      const of = numberOf(one.of, out)
      const among = one.among.map((each) => `'${'option' in each ? each.option : ''}'`)
      return out(`${of} == null ? 1 : ((${of} in [${among.join(', ')}]) ? 2 : 0)`)
    }
    case 'and':
    case 'or':
      return out(
        `${one.kind === 'and' ? 'min' : 'max'}([${one.of.map((each) => truthOf(each, out)).join(', ')}])`,
      )
    case 'not':
      return out(`2 - ${truthOf(one.of, out)}`)
    default: {
      const of = numberOf(one, out)
      return out(`${of} == null ? 1 : (${of} ? 2 : 0)`)
    }
  }
}

function linesOf(program: Program, on: string): readonly Line[] {
  const lines: Line[] = []
  const put = (key: string, value: string) => lines.push({ id: `e${lines.length}`, key, value })
  const out: Out = (value) => {
    const key = `t${lines.length}`
    put(key, value)
    return `$.${key}`
  }
  const { values, services } = flat(program, on)
  for (const { name, of } of values) put(`v_${plainName(name)}`, numberOf(of, out))
  for (const { name, tests } of services) {
    const all = tests.map((test) => truthOf(test, out))
    put(`answer_${plainName(name)}`, `min([${all.join(', ')}])`)
  }
  return lines
}

type Zen = {
  readonly ZenEngine: new () => {
    createDecision(graph: unknown): {
      evaluate(row: Row): Promise<{ readonly result: Readonly<Record<string, unknown>> }>
    }
  }
}

const ANSWERS = ['not-met', 'unknown', 'met']

/** Answers of all services for one flat row, by one expression node. */
export async function zen(
  program: Program,
  on: string,
): Promise<(row: Row) => Promise<readonly unknown[]>> {
  const { ZenEngine } = (await peer('@gorules/zen-engine')) as Zen
  const spot = { position: { x: 0, y: 0 } }
  const nodes = [
    { id: 'in', type: 'inputNode', name: 'in', ...spot },
    {
      id: 'all',
      type: 'expressionNode',
      name: 'all',
      ...spot,
      content: { expressions: linesOf(program, on) },
    },
    { id: 'out', type: 'outputNode', name: 'out', ...spot },
  ]
  const edges = [
    { id: 'a', type: 'edge', sourceId: 'in', targetId: 'all' },
    { id: 'b', type: 'edge', sourceId: 'all', targetId: 'out' },
  ]
  const decision = new ZenEngine().createDecision({
    contentType: 'application/vnd.gorules.decision',
    nodes,
    edges,
  })
  const names = Object.keys(program.services).map((name) => `answer_${plainName(name)}`)
  return async (row) => {
    const named = Object.fromEntries(
      Object.entries(row).map(([name, value]) => [plainName(name), value]),
    )
    const { result } = await decision.evaluate(named)
    return names.map((name) => ANSWERS[Number(result[name])])
  }
}
