import type { Expression, Fact, Program, Records } from '../../../../policy/src/run.ts'
import { type Rational, ratio, rationalOf, times } from '../../../../policy/src/values/rational.ts'
import { UNITS } from '../../../../policy/src/values/unit.ts'

/** A few words to write formulas of the bench's measure in, straight as a program's nodes. */
export const words = (text: string) => ({ zh: text, en: text })
export const cite = '第1条' as Program['articles'][number]['article']

type Table = Extract<Expression, { kind: 'table' }>
type About = { readonly unit?: string; readonly options?: readonly string[] }

export function fact(name: string, type: Fact['type'], { unit, options = [] }: About = {}): Fact {
  return {
    name,
    title: words(name),
    type,
    unit: unit ?? null,
    options: options.map((value) => ({ value, title: words(value) })),
    subject: 'party',
    from: 'applicant',
    sensitivity: 'internal',
    ask: words(name),
    help: null,
  }
}

export function recordsOf(name: string, key: string, fields: readonly Fact[]): Records {
  return {
    name,
    title: words(name),
    subject: 'party',
    from: 'applicant',
    sensitivity: 'internal',
    key,
    fields: Object.fromEntries(fields.map((one) => [one.name, one])),
    ask: words(name),
    help: null,
  }
}

export const f = (name: string): Expression => ({ kind: 'fact', name })
export const v = (name: string): Expression => ({ kind: 'value', name })
export const field = (name: string): Expression => ({ kind: 'field', name })
export const asked: Expression = { kind: 'day-asked' }

/** `n('5%')`, `n('500万元')`, `n('3')`. */
export function n(text: string): Expression {
  const [, number = '', name = ''] = /^(-?[\d.]+)(.*)$/u.exec(text) ?? []
  const unit = UNITS.get(name)
  const amount = times(rationalOf(number) ?? ratio(0n, 1n), unit?.factor ?? ratio(1n, 1n))
  return quantity(amount, unit?.dimension ?? 'number', text)
}

function quantity(
  amount: Rational,
  dimension: 'money' | 'area' | 'count' | 'share' | 'number',
  printed: string,
): Expression {
  return { kind: 'literal', value: { kind: 'quantity', amount, dimension }, printed }
}

export const option = (value: string): Expression => ({
  kind: 'literal',
  value: { kind: 'choice', option: value },
  printed: value,
})

const comparing =
  (is: '=' | '!=' | '<' | '<=' | '>' | '>=') =>
  (left: Expression, right: Expression): Expression => ({ kind: 'compare', is, left, right })
export const eq = comparing('=')
export const lt = comparing('<')
export const le = comparing('<=')
export const gt = comparing('>')
export const ge = comparing('>=')

const calculating =
  (is: '+' | '-' | '*' | '/') =>
  (left: Expression, right: Expression): Expression => ({ kind: 'arithmetic', is, left, right })
export const plus = calculating('+')
export const minus = calculating('-')
export const by = calculating('*')
export const over = calculating('/')

export const and = (...of: Expression[]): Expression => ({ kind: 'and', of })
export const or = (...of: Expression[]): Expression => ({ kind: 'or', of })
export const not = (of: Expression): Expression => ({ kind: 'not', of })
export const least = (...of: Expression[]): Expression => ({ kind: 'extreme', is: 'min', of })
export const most = (...of: Expression[]): Expression => ({ kind: 'extreme', is: 'max', of })
export const among = (of: Expression, ...options: string[]): Expression => ({
  kind: 'within',
  of,
  among: options.map((value) => ({ kind: 'choice', option: value })),
})
export const choose = (when: Expression, gives: Expression, otherwise: Expression): Expression => ({
  kind: 'choose',
  when,
  gives,
  otherwise,
})
export const later = (day: Expression, months: number): Expression => ({
  kind: 'move-day',
  day,
  by: months,
  unit: 'months',
})
export const years = (from: Expression, to: Expression): Expression => ({
  kind: 'between',
  unit: 'years',
  from,
  to,
})
export const wholeYuan = (of: Expression): Expression => ({
  kind: 'round',
  is: 'down',
  of,
  step: ratio(1n, 1n),
})

/** Bands from the highest down: `bands(x, ['30%', '20'], ['25%', '16'])`, else `otherwise`. */
export function bands(
  of: Expression,
  otherwise: string,
  rows: readonly (readonly [string, string])[],
): Table {
  return {
    kind: 'table',
    hit: 'first',
    rows: rows.map(([from, gives]) => ({
      when: ge(of, n(from)),
      printed: [`>= ${from}`],
      gives: n(gives),
    })),
    otherwise: n(otherwise),
  }
}

const yearBefore = (back: number): Expression =>
  minus({ kind: 'part', is: 'year', of: asked }, n(String(back)))
/** A figure of the year so many years before the year asked for. */
export const ofYear = (back: number, name: string): Expression => ({
  kind: 'pick',
  records: 'years',
  key: yearBefore(back),
  of: field(name),
})
/** A figure summed over the last three years. */
export const sumOfYears = (name: string): Expression => ({
  kind: 'sum',
  records: 'years',
  where: ge(field('year'), yearBefore(3)),
  of: field(name),
})
export const yearsWhere = (where: Expression): Expression => ({
  kind: 'count',
  records: 'years',
  where,
})
