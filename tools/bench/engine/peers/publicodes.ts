import type { Expression, Program } from '../../../../policy/src/run.ts'
import { flat, plainOf, type Row } from './flat.ts'
import { peer } from './peer.ts'

/**
 * The measure in Publicodes, whose logic is three-valued as ours; dividing by nought is an error
 * there, so a quotient asks first. Names are letters and numbers, and what no expression can say in
 * one line is a rule of its own.
 */
type Rules = Record<string, unknown>
type Situation = Record<string, unknown>
type Engine = {
  setSituation(of: Situation, how: { keepPreviousSituation: boolean }): unknown
  evaluate(name: string): { readonly nodeValue: unknown }
}
type Door = { default: new (rules: Rules, how: unknown) => Engine }

const UNKNOWN = 'jamais su'

class Book {
  readonly rules: Rules = { [UNKNOWN]: {} }
  readonly names = new Map<string, string>()

  nameOf(spelt: string): string {
    const known = this.names.get(spelt)
    if (known) return known
    const name = `r${this.names.size}`
    this.names.set(spelt, name)
    this.rules[name] = {}
    return name
  }

  rule(of: unknown): string {
    const name = this.nameOf(`rule ${this.names.size}`)
    this.rules[name] = of
    return name
  }

  write(one: Expression): string {
    const to = (other: Expression) => this.write(other)
    switch (one.kind) {
      case 'literal': {
        const plain = plainOf(one)
        return typeof plain === 'string' ? `'${plain}'` : String(plain)
      }
      case 'fact':
      case 'value':
        return this.nameOf(`${one.kind} ${one.name}`)
      case 'compare':
        return `(${to(one.left)} ${one.is} ${to(one.right)})`
      case 'within':
        return this.rule({
          'une de ces conditions': one.among.map(
            (each) => `${to(one.of)} = '${'option' in each ? each.option : ''}'`,
          ),
        })
      case 'arithmetic':
        if (one.is !== '/') return `(${to(one.left)} ${one.is} ${to(one.right)})`
        return this.quotient(to(one.left), to(one.right))
      case 'extreme':
        return this.rule({ [`le ${one.is}imum de`]: one.of.map(to) })
      case 'and':
        return this.rule({ 'toutes ces conditions': one.of.map(to) })
      case 'or':
        return this.rule({ 'une de ces conditions': one.of.map(to) })
      case 'not':
        return `(${to(one.of)} = non)`
      case 'choose':
        return this.chosen([[to(one.when), to(one.gives)]], to(one.otherwise))
      case 'table':
        return this.chosen(
          one.rows.map((row) => [to(row.when), to(row.gives)] as const),
          one.otherwise ? to(one.otherwise) : UNKNOWN,
        )
      default:
        throw new Error(`the flat measure has no ${one.kind} here`)
    }
  }

  quotient(over: string, under: string): string {
    return this.chosen([[`${under} = 0`, UNKNOWN]], `${over} / ${under}`)
  }

  chosen(rows: readonly (readonly [string, string])[], otherwise: string): string {
    const given = rows.map(([si, alors]) => ({ si, alors }))
    return this.rule({ variations: [...given, { sinon: otherwise }] })
  }
}

/** Answers of all services for one flat row; sums of money, which round down, are left out. */
export async function publicodes(
  program: Program,
  on: string,
): Promise<(row: Row) => readonly unknown[]> {
  const { default: Engine } = (await peer('publicodes')) as Door
  const { values, services } = flat(program, on)
  const book = new Book()
  const paid = new Set(Object.values(program.services).map(({ pays }) => pays?.payable))
  for (const { name, of } of values) {
    if (!paid.has(name)) book.rules[book.nameOf(`value ${name}`)] = { valeur: book.write(of) }
  }
  const asked = services.map(({ tests }) =>
    book.rule({ 'toutes ces conditions': tests.map((test) => book.write(test)) }),
  )
  const quiet = { log: () => {}, warn: () => {}, error: () => {} }
  const engine = new Engine(book.rules, { logger: quiet })
  return (row) => {
    const situation: Situation = {}
    for (const [name, value] of Object.entries(row)) {
      const known = book.names.get(`fact ${name}`)
      if (known && value !== null && value !== undefined) situation[known] = said(value)
    }
    engine.setSituation(situation, { keepPreviousSituation: false })
    return asked.map((name) => {
      const { nodeValue } = engine.evaluate(name)
      return nodeValue === undefined ? 'unknown' : nodeValue ? 'met' : 'not-met'
    })
  }
}

function said(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  return typeof value === 'string' ? `'${value}'` : value
}
