import type { Condition, Expression, Program } from '../../../../policy/src/run.ts'
import { conditionsIn } from '../../../../policy/src/run.ts'
import { peer } from './peer.ts'

/** The bench's measure in JSONLogic, with the operators of three-valued logic it lacks. */
type Logic = unknown

const yuanOf = (one: Extract<Expression, { kind: 'literal' }>) => {
  const { value } = one
  if (value.kind === 'quantity') return Number(value.amount.over) / Number(value.amount.under)
  return value.kind === 'choice' ? value.option : value.kind === 'day' ? value.day : null
}

export function logicOf(program: Program, one: Expression): Logic {
  const to = (other: Expression) => logicOf(program, other)
  switch (one.kind) {
    case 'literal':
      return yuanOf(one)
    case 'fact':
      return { var: one.name }
    case 'field':
      return { var: `record.${one.name}` }
    case 'value':
      return { var: `values.${one.name}` }
    case 'day-asked':
      return { var: 'asked' }
    case 'compare':
      return { [`k${one.is}`]: [to(one.left), to(one.right)] }
    case 'within':
      return {
        kin: [to(one.of), one.among.map((value) => ('option' in value ? value.option : null))],
      }
    case 'arithmetic':
      return { [`k${one.is}`]: [to(one.left), to(one.right)] }
    case 'extreme':
      return { [`k${one.is}`]: one.of.map(to) }
    case 'round':
      return { kfloor: [to(one.of)] }
    case 'and':
    case 'or':
      return { [`k${one.kind}`]: one.of.map(to) }
    case 'not':
      return { knot: [to(one.of)] }
    case 'choose':
      return { kif: [to(one.when), to(one.gives), to(one.otherwise)] }
    case 'table':
      return one.rows.reduceRight<Logic>(
        (rest, row) => ({ kif: [to(row.when), to(row.gives), rest] }),
        one.otherwise ? to(one.otherwise) : null,
      )
    case 'move-day':
      return { kmonths: [to(one.day), one.by] }
    case 'between':
      return { kyears: [to(one.from), to(one.to)] }
    case 'sum':
      return { ksum: [{ var: 'years' }, one.of.kind === 'field' ? one.of.name : ''] }
    case 'count':
      return { kcount: [{ var: 'years' }, one.where?.kind === 'field' ? one.where.name : ''] }
    case 'pick':
      return { kpick: [{ var: 'years' }, to(one.key), one.of.kind === 'field' ? one.of.name : ''] }
    case 'part':
      return { kyear: [to(one.of)] }
    default:
      throw new Error(`the bench's measure has no ${one.kind}`)
  }
}

type Engine = {
  readonly LogicEngine: new () => {
    addMethod(name: string, is: unknown, about: { readonly deterministic: boolean }): void
    build(logic: Logic): unknown
  }
}

type Row = Readonly<Record<string, unknown>>
const known = (is: (a: never, b: never) => unknown) => (args: readonly unknown[]) => {
  const [a, b] = args
  return a === null || a === undefined || b === null || b === undefined
    ? null
    : is(a as never, b as never)
}
const strict =
  (is: (all: number[]) => number) =>
  (args: readonly (number | null)[]): number | null =>
    args.some((one) => one === null || one === undefined) ? null : is(args as number[])

function months(day: string, by: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const all = year * 12 + month - 1 + by
  const [to, of] = [Math.floor(all / 12), (all % 12) + 1]
  const last = of === 2 ? (to % 4 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(of) ? 30 : 31
  const two = (n: number) => String(n).padStart(2, '0')
  return `${to}-${two(of)}-${two(Math.min(date, last))}`
}

function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return months(from, years * 12) > to ? years - 1 : years
}

/** Operators by name; unknown is null. */
export const OPERATORS: Readonly<Record<string, (args: never) => unknown>> = {
  'k=': known((a, b) => a === b),
  'k<': known((a, b) => a < b),
  'k<=': known((a, b) => a <= b),
  'k>': known((a, b) => a > b),
  'k>=': known((a, b) => a >= b),
  'k+': known((a: number, b: number) => a + b),
  'k-': known((a: number, b: number) => a - b),
  'k*': known((a: number, b: number) => a * b),
  'k/': known((a: number, b: number) => (b === 0 ? null : a / b)),
  kin: known((a: string, all: readonly string[]) => all.includes(a)),
  kmin: strict((all) => Math.min(...all)),
  kmax: strict((all) => Math.max(...all)),
  kfloor: strict(([a = 0]) => Math.floor(a)),
  knot: ([a]: [boolean | null]) => (a === null || a === undefined ? null : !a),
  kand: (args: readonly (boolean | null)[]) =>
    args.includes(false) ? false : args.some((one) => one !== true) ? null : true,
  kor: (args: readonly (boolean | null)[]) =>
    args.includes(true) ? true : args.some((one) => one !== false) ? null : false,
  kif: ([when, a, b]: [boolean | null, unknown, unknown]) =>
    when === true ? a : when === false ? b : null,
  kmonths: known((day: string, by: number) => months(day, by)),
  kyears: known((from: string, to: string) => yearsBetween(from, to)),
  kyear: ([day]: [string]) => Number(day.slice(0, 4)),
  ksum: ([rows, name]: [Row[] | null, string]) =>
    rows && strict((all) => all.reduce((a, b) => a + b, 0))(rows.map((row) => row[name] as number)),
  kcount: ([rows, name]: [Row[] | null, string]) =>
    rows &&
    (rows.some((row) => row[name] === null) ? null : rows.filter((row) => row[name]).length),
  kpick: ([rows, key, name]: [Row[] | null, number, string]) =>
    rows?.find((row) => row.year === key)?.[name] ?? null,
}

export type Built = (row: Row) => unknown

/** Answers of all services and all criteria for one row, built once by the engine. */
export async function jsonLogic(program: Program): Promise<(row: Row) => readonly unknown[]> {
  const { LogicEngine } = (await peer('json-logic-engine')) as Engine
  const engine = new LogicEngine()
  for (const [name, is] of Object.entries(OPERATORS))
    engine.addMethod(name, is, { deterministic: true })
  const build = (logic: Logic) => engine.build(logic) as Built
  const values = Object.values(program.values).map(
    ({ name, of }) => [name, build(logicOf(program, of))] as const,
  )
  const conditions = Object.values(program.conditions).flatMap(conditionsIn)
  const criteria = conditions.flatMap((one) =>
    one.kind === 'computed' ? [[one.name, build(logicOf(program, one.test))] as const] : [],
  )
  const services = Object.values(program.services).map(({ needs }) =>
    membersOf(program.conditions[needs]),
  )
  return (row) => {
    const worked: Record<string, unknown> = {}
    const context = { ...row, values: worked }
    for (const [name, run] of values) worked[name] = run(context)
    const truths = new Map(criteria.map(([name, run]) => [name, run(context)]))
    return services.map((members) => {
      const all = members.map((name) => truths.get(name))
      return all.includes(false) ? 'not-met' : all.some((one) => one !== true) ? 'unknown' : 'met'
    })
  }
}

const membersOf = (condition: Condition | undefined): readonly string[] =>
  condition && 'of' in condition ? condition.of.map(({ name }) => name) : []
