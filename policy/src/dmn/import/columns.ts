import { parseFeel, parseUnary } from '../feel/parse.ts'
import type { Feel, Unary } from '../feel/tree.ts'
import type { ColumnHead, Rule } from './dmn-table.ts'
import { known } from './guards.ts'
import { type Into, typeOfText, unitBeside } from './into.ts'
import { at, type Spot } from './place.ts'
import { anyOf, asksInput, translate } from './translate.ts'

/** A column of ours: what it asks, and its test in each row. */
export type Column = { readonly of: string; readonly tests: readonly string[] }

/**
 * One column of the file as columns of ours: one whose tests are unary tests, and one of its own
 * for each test that is not (which then asks whether that test holds).
 */
export function columnsFrom(
  { clause, cells, rules }: Given,
  names: readonly string[],
  into: Into,
): readonly Column[] {
  const spot = { line: clause.line, at: clause.text }
  const of = at(spot, () => translate(parseFeel(clause.text, names), into))
  const inside = { ...into, input: of, unit: unitBeside(of, into.scope) }
  const parsed = cells.map((cell, row) =>
    at(spotOf(rules[row], clause), () => known(parseUnary(cell, names))),
  )
  const single = typeOfText(of, into.scope)?.is !== 'choices'
  const unary = parsed.map((one, row) =>
    at(spotOf(rules[row], clause), () => (single ? unaryOf(one, inside) : anyOnly(one))),
  )
  const own = parsed.flatMap((one, row) =>
    unary[row] === null
      ? [at(spotOf(rules[row], clause), () => ({ row, of: asFormula(one, of, inside) }))]
      : [],
  )
  const plain = { of, tests: unary.map((test) => test ?? '-') }
  const asked = [...Map.groupBy(own, (one) => one.of)].map(([formula, rows]) => ({
    of: formula,
    tests: parsed.map((_, row) => (rows.some((one) => one.row === row) ? 'true' : '-')),
  }))
  return plain.tests.every((test) => test === '-') ? asked : [plain, ...asked]
}

export type Given = {
  readonly clause: ColumnHead
  readonly cells: readonly string[]
  readonly rules: readonly Rule[]
}

function spotOf(rule: Rule | undefined, clause: ColumnHead): Spot {
  return { line: rule?.line ?? clause.line, at: clause.text }
}

function anyOnly(unary: Unary): string | null {
  return 'any' in unary ? '-' : null
}

/** A unary test of the language; null where it has none such. */
function unaryOf(unary: Unary, into: Into): string | null {
  if ('any' in unary) return '-'
  const [first] = unary.tests
  const only = first && unary.tests.length === 1 ? first : null
  const inside = only ? oneTest(only, into) : listed(unary.tests, into)
  return inside !== null && unary.not ? `not(${inside})` : inside
}

function oneTest(test: Feel, into: Into): string | null {
  if (test.kind === 'compare' && test.left.kind === 'input' && !asksInput(test.right)) {
    return `${test.is} ${translate(test.right, into)}`
  }
  if (test.kind === 'range') {
    const ends = `${translate(test.from, into)}..${translate(test.to, into)}`
    return `${test.fromIsIn ? '[' : '('}${ends}${test.toIsIn ? ']' : ')'}`
  }
  return listed([test], into)
}

const LISTED: readonly Feel['kind'][] = ['number', 'string', 'boolean', 'name', 'call']

function listed(tests: readonly Feel[], into: Into): string | null {
  if (tests.some((test) => asksInput(test) || !LISTED.includes(test.kind))) return null
  return tests.map((test) => translate(test, into)).join(', ')
}

function asFormula(unary: Unary, of: string, into: Into): string {
  if ('any' in unary) return 'true'
  const holds = anyOf(of, unary.tests, into)
  return unary.not ? `not(${holds})` : holds
}
