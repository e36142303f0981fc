import type { Comparison, Expression } from '../../program/expression.ts'
import type { Value } from '../../values/value.ts'
import { chosen, extreme, nothing, sumOfRows } from './choices.ts'
import { constant, isClosed, valOf } from './closed.ts'
import { workedDay } from './days.ts'
import { foldedDays } from './folded-days.ts'
import { calculated, ordered, roundedTo } from './numbers.ts'
import type { Page } from './page.ts'
import { ALWAYS, joined, NEVER, notInSql, q, raw, type Sql, textLiteral } from './piece.ts'
import { workedRecords } from './records.ts'
import {
  codeOf,
  flagOf,
  LACKS,
  may,
  NOT_APPLYING,
  THERE,
  type Truth,
  together,
  truthOfVal,
  UNKNOWN,
  type Val,
} from './results.ts'
import { scored } from './scored.ts'
import { allOf, anyOf, notOf } from './truths.ts'

/** A formula as columns: the same case for case as the reference interpreter. */
export function work(expression: Expression, page: Page): Val {
  if (isClosed(expression)) return constant(expression, page)
  const { sheets } = page
  const again = (one: Expression) => work(one, page)
  switch (expression.kind) {
    case 'literal':
    case 'day-asked':
      return constant(expression, page)
    case 'fact':
      return page.fact(expression.name)
    case 'value':
      return page.value(expression.name)
    case 'arithmetic':
      return arithmetic(expression, page)
    case 'round': {
      const of = again(expression.of)
      if (of.kind === 'nothing') return of
      return roundedTo(quantity(of), expression, sheets)
    }
    case 'extreme':
      return extreme(expression.is, expression.of.map(again), sheets)
    case 'choose':
      return chosen(
        {
          when: truthOf(expression.when, page),
          gives: again(expression.gives),
          otherwise: again(expression.otherwise),
        },
        sheets,
      )
    case 'table':
      return table(expression, page)
    case 'scored':
      return scored(expression, page)
    case 'move-day':
    case 'move-working-days':
    case 'between':
    case 'part':
    case 'start-of':
      return workedDay(expression, { sheets, work: again })
    case 'field':
    case 'sum':
    case 'count':
    case 'most':
    case 'pick':
    case 'run':
    case 'at-least-records':
      return workedRecords(expression, page)
    default:
      return flagOf(truthOf(expression, page))
  }
}

/** The truth of a formula. */
export function truthOf(expression: Expression, page: Page): Truth {
  if (isClosed(expression)) return truthOfVal(constant(expression, page), page.sheets)
  switch (expression.kind) {
    case 'compare': {
      const { is, left, right } = foldedDays(expression, page)
      return compared(is, [work(left, page), work(right, page)], page)
    }
    case 'within':
      return asked(work(expression.of, page), page, (val) => among(val, expression.among, page))
    case 'holds':
      return asked(work(expression.of, page), page, (val) =>
        val.kind === 'choices' ? holds(val.v, expression.option, page) : NEVER,
      )
    case 'text-test':
      return asked(work(expression.of, page), page, (val) =>
        val.kind === 'text' ? textTest(val.v, expression) : NEVER,
      )
    case 'and':
      return allOf(
        expression.of.map((one) => truthOf(one, page)),
        page.sheets,
      )
    case 'or':
      return anyOf(
        expression.of.map((one) => truthOf(one, page)),
        page.sheets,
      )
    case 'not':
      return notOf(truthOf(expression.of, page))
    default:
      return truthOfVal(work(expression, page), page.sheets)
  }
}

function arithmetic(
  { is, left, right }: Extract<Expression, { kind: 'arithmetic' }>,
  page: Page,
): Val {
  const [a, b] = [work(left, page), work(right, page)]
  if (a.kind === 'nothing' || b.kind === 'nothing') {
    return { ...nothing(UNKNOWN), state: together([a, b], page.sheets) }
  }
  return calculated(is, [quantity(a), quantity(b)], page.sheets)
}

const quantity = (val: Val): Val =>
  val.kind === 'quantity' ? val : notInSql(`calculating with ${val.kind}`)

function table(node: Extract<Expression, { kind: 'table' }>, page: Page): Val {
  const rows = node.rows.map(({ when, gives }) => ({
    when: truthOf(when, page),
    gives: work(gives, page),
  }))
  if (node.hit === 'sum') return sumOfRows(rows, page.sheets)
  const last = node.otherwise ? work(node.otherwise, page) : nothing(UNKNOWN)
  return rows.reduceRight((otherwise, row) => chosen({ ...row, otherwise }, page.sheets), last)
}

/** Does-not-apply is equal only to itself, and neither less nor more than anything. */
function compared(is: Comparison, [a, b]: readonly [Val, Val], { sheets }: Page): Truth {
  const state = together([a, b], sheets)
  const val: Val = { kind: 'flag', v: raw('null::boolean'), under: 1n, state }
  const plain = sameKind(is, [a, b], { sheets })
  if (!may(NOT_APPLYING, state)) return truthOfVal({ ...val, v: plain }, sheets)
  const bothAway = q`(${codeOf(a)} = 1 and ${codeOf(b)} = 1)`
  const away = is === '=' ? bothAway : is === '!=' ? q`(not ${bothAway})` : NEVER
  const code = sheets.share(codeOf({ v: plain, state }))
  const v = q`(case ${code} when 0 then ${plain} when 1 then ${away} end)`
  const bitsOf = (state.may & LACKS) | (1 << THERE)
  return { ...truthOfVal({ ...val, v, state }, sheets), t: v, may: bitsOf }
}

function sameKind(
  is: Comparison,
  [a, b]: readonly [Val, Val],
  { sheets }: Pick<Page, 'sheets'>,
): Sql {
  if (a.kind === 'nothing' || b.kind === 'nothing') return raw('null::boolean')
  const order = a.kind === 'quantity' || a.kind === 'day'
  if (a.kind === b.kind && (order || is === '=' || is === '!=')) return ordered(is, [a, b], sheets)
  const there = q`${a.v} is not null and ${b.v} is not null`
  return q`(case when ${there} then ${is === '!=' ? ALWAYS : NEVER} end)`
}

/** A test of one value, once it is there; of what does not apply it is asked too. */
function asked(val: Val, { sheets }: Page, test: (val: Val) => Sql): Truth {
  const there: Val = {
    ...val,
    kind: 'flag',
    v: q`(case when ${val.v} is not null then ${test(val)} end)`,
  }
  const one = val.kind === 'nothing' ? { ...there, v: raw('null::boolean') } : there
  return truthOfVal({ ...one, state: withCode(val) }, sheets)
}

/** The state read off the value tested, not off the answer. */
function withCode(val: Val): Val['state'] {
  return { may: val.state.may, code: val.state.code }
}

function among(val: Val, values: readonly Value[], page: Page): Sql {
  const tests = values.flatMap((value) => {
    const other = valOf(value, page.sheets)
    return other.kind === val.kind ? [ordered('=', [val, other], page.sheets)] : []
  })
  return tests.length === 0 ? NEVER : joined(tests, ' or ')
}

function holds({ text, reads }: Sql, option: string, { sheets }: Page): Sql {
  return { text: sheets.dialect.holds(text, textLiteral(option)), reads }
}

function textTest(of: Sql, { is, text }: Extract<Expression, { kind: 'text-test' }>): Sql {
  const literal = textLiteral(text)
  return is === 'contains' ? q`(strpos(${of}, ${literal}) > 0)` : q`starts_with(${of}, ${literal})`
}
