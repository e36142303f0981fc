import type { Expression, Program } from '../../../../policy/src/run.ts'
import { flat, plainName, plainOf, type Row } from './flat.ts'

/**
 * The measure as one would write it by hand in JavaScript: one function, null for unknown, doubles.
 * Written out of the formulas, so that it cannot fall behind them.
 */
const OF = (one: Expression): string => {
  switch (one.kind) {
    case 'literal':
      return JSON.stringify(plainOf(one))
    case 'fact':
      return `row[${JSON.stringify(one.name)}]`
    case 'value':
      return plainName(one.name)
    case 'compare':
      return `${{ '=': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' }[one.is]}(${OF(one.left)}, ${OF(one.right)})`
    case 'within':
      return `among(${OF(one.of)}, ${JSON.stringify(one.among.map((each) => 'option' in each && each.option))})`
    case 'arithmetic':
      return `${{ '+': 'plus', '-': 'minus', '*': 'by', '/': 'over' }[one.is]}(${OF(one.left)}, ${OF(one.right)})`
    case 'extreme':
      return `${one.is === 'min' ? 'least' : 'most'}(${one.of.map(OF).join(', ')})`
    case 'round':
      return `whole(${OF(one.of)})`
    case 'and':
    case 'or':
      return one.of.map(OF).reduce((so, next) => `${one.kind}(${so}, ${next})`)
    case 'not':
      return `not(${OF(one.of)})`
    case 'choose':
      return chosen(OF(one.when), OF(one.gives), OF(one.otherwise))
    case 'table':
      return one.rows.reduceRight(
        (rest, row) => chosen(OF(row.when), OF(row.gives), rest),
        one.otherwise ? OF(one.otherwise) : 'null',
      )
    default:
      throw new Error(`the flat measure has no ${one.kind}`)
  }
}

const chosen = (when: string, gives: string, otherwise: string) =>
  `((w = ${when}) === true ? ${gives} : w === false ? ${otherwise} : null)`

const HELP = `
const eq = (a, b) => a === null || b === null ? null : a === b
const ne = (a, b) => a === null || b === null ? null : a !== b
const lt = (a, b) => a === null || b === null ? null : a < b
const le = (a, b) => a === null || b === null ? null : a <= b
const gt = (a, b) => a === null || b === null ? null : a > b
const ge = (a, b) => a === null || b === null ? null : a >= b
const plus = (a, b) => a === null || b === null ? null : a + b
const minus = (a, b) => a === null || b === null ? null : a - b
const by = (a, b) => a === null || b === null ? null : a * b
const over = (a, b) => a === null || b === null || b === 0 ? null : a / b
const least = (a, b) => a === null || b === null ? null : Math.min(a, b)
const most = (a, b) => a === null || b === null ? null : Math.max(a, b)
const among = (a, all) => a === null ? null : all.includes(a)
const whole = (a) => a === null ? null : Math.floor(a)
const not = (a) => a === null ? null : !a
const and = (a, b) => a === false || b === false ? false : a === null || b === null ? null : true
const or = (a, b) => a === true || b === true ? true : a === null || b === null ? null : false
const told = (a) => a === null ? 'unknown' : a ? 'met' : 'not-met'
`

/** Answers of all services for one flat row. */
export function plain(program: Program, on: string): (row: Row) => readonly unknown[] {
  const { values, services } = flat(program, on)
  const lines = values.map(({ name, of }) => `const ${plainName(name)} = ${OF(of)}`)
  const answers = services.map(
    ({ tests }) => `told(${tests.map(OF).reduce((so, next) => `and(${so}, ${next})`)})`,
  )
  const body = `let w\n${lines.join('\n')}\nreturn [${answers.join(',\n')}]`
  return new Function(`'use strict'\n${HELP}\nreturn (row) => {\n${body}\n}`)()
}
