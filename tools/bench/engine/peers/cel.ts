import type { Expression, Program } from '../../../../policy/src/run.ts'
import { flat, plainName, plainOf, type Row } from './flat.ts'
import { peer } from './peer.ts'

/**
 * The measure in CEL: what is missing is left out, which is an error there, and `&&` and `||` absorb
 * errors as unknown should. Each formula is tried on its own.
 */
function celOf(one: Expression): string {
  switch (one.kind) {
    case 'literal':
      return literal(plainOf(one))
    case 'fact':
      return plainName(one.name)
    case 'value':
      return `v_${plainName(one.name)}`
    case 'compare':
      return `(${celOf(one.left)} ${one.is === '=' ? '==' : one.is} ${celOf(one.right)})`
    case 'within':
      return `(${celOf(one.of)} in [${one.among.map((each) => `'${'option' in each ? each.option : ''}'`).join(', ')}])`
    case 'arithmetic': {
      const [a, b] = [celOf(one.left), celOf(one.right)]
      return one.is === '/' ? `(${b} == 0.0 ? nothing : ${a} / ${b})` : `(${a} ${one.is} ${b})`
    }
    case 'extreme': {
      const sign = one.is === 'min' ? '<=' : '>='
      return one.of.map(celOf).reduce((so, next) => `(${so} ${sign} ${next} ? ${so} : ${next})`)
    }
    case 'round':
      return `floor(${celOf(one.of)})`
    case 'and':
    case 'or':
      return `(${one.of.map(celOf).join(one.kind === 'and' ? ' && ' : ' || ')})`
    case 'not':
      return `!(${celOf(one.of)})`
    case 'choose':
      return `(${celOf(one.when)} ? ${celOf(one.gives)} : ${celOf(one.otherwise)})`
    case 'table':
      return one.rows.reduceRight(
        (rest, row) => `(${celOf(row.when)} ? ${celOf(row.gives)} : ${rest})`,
        one.otherwise ? celOf(one.otherwise) : 'nothing',
      )
    default:
      throw new Error(`the flat measure has no ${one.kind}`)
  }
}

/** Whole numbers as doubles too: CEL compares no other kinds. */
function literal(plain: string | number | null): string {
  if (typeof plain === 'string') return `'${plain}'`
  return Number.isInteger(plain) ? `${plain}.0` : String(plain)
}

type Cel = {
  readonly Environment: new (
    options: unknown,
  ) => {
    registerFunction(signature: string, is: (of: number) => number): unknown
    parse(text: string): (row: Row) => unknown
  }
}

const UNKNOWN = Symbol('unknown')

/** Answers of all services for one flat row. */
export async function cel(program: Program, on: string): Promise<(row: Row) => readonly unknown[]> {
  const { Environment } = (await peer('@marcbachmann/cel-js')) as Cel
  const environment = new Environment({ unlistedVariablesAreDyn: true })
  environment.registerFunction('floor(double): double', Math.floor)
  const { values, services } = flat(program, on)
  const made = (of: Expression) => environment.parse(celOf(of))
  const worked = values.map(({ name, of }) => [`v_${plainName(name)}`, made(of)] as const)
  const asked = services.map(({ tests }) => environment.parse(tests.map(celOf).join(' && ')))
  return (row) => {
    const known: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(row)) {
      if (value !== null && value !== undefined) known[plainName(name)] = value
    }
    for (const [name, run] of worked) {
      const value = tried(run, known)
      if (value !== UNKNOWN) known[name] = value
    }
    return asked.map((run) => {
      const holds = tried(run, known)
      return holds === UNKNOWN ? 'unknown' : holds ? 'met' : 'not-met'
    })
  }
}

function tried(run: (row: Row) => unknown, row: Row): unknown {
  try {
    return run(row)
  } catch {
    return UNKNOWN
  }
}
