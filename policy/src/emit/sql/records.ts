import type { Expression, RecordsFormula } from '../../program/expression.ts'
import { asKind } from './choices.ts'
import { fromList, type Holding, numberOf, over, strictly, tally, worst } from './gathered.ts'
import { ordered, steady } from './numbers.ts'
import type { Page } from './page.ts'
import { ALWAYS, NULL, notInSql, q, raw, type Sql } from './piece.ts'
import {
  bits,
  codeOf,
  flagOf,
  LACKS,
  lackOf,
  mayLack,
  type Truth,
  toldByValue,
  type Val,
  YES,
} from './results.ts'
import { runOf } from './runs.ts'

type Of<Kind> = Extract<RecordsFormula, { kind: Kind }>

/** Nodes about records: worked out record by record, then gathered firm by firm in one grouping. */
export function workedRecords(node: RecordsFormula, page: Page): Val {
  switch (node.kind) {
    case 'field':
      return page.field(node.name)
    case 'count':
      return counted(node, page)
    case 'at-least-records':
      return flagOf(atLeastRecords(node, page))
    case 'sum':
    case 'most':
      return totalled(node, page)
    case 'pick':
      return picked(node, page)
    case 'run':
      return runOf(node, holdingOf(node, page), page)
  }
}

/** The page of a record and whether it holds, as a column. */
function holdingOf(node: { records: string; where: Expression | null }, page: Page): Holding {
  const inside = page.record(node.records)
  const where = node.where ? inside.truth(node.where) : YES
  return { inside, where: { ...where, t: page.sheets.share(where.t) } }
}

function counted(node: Of<'count'>, page: Page): Val {
  const { where } = holdingOf(node, page)
  const count = q`coalesce(${over(page, node.records, tally(where.t))}, 0)`
  const val = strictly({ where, list: node.records }, numberOf(count, page), page)
  return fromList({ list: node.records, val }, page)
}

function atLeastRecords(node: Of<'at-least-records'>, page: Page): Truth {
  const { where } = holdingOf(node, page)
  const list = node.records
  const known = page.list(list)
  const number = (t: Sql) => q`coalesce(${over(page, list, tally(t))}, 0)`
  const sure = number(where.t)
  const still = mayLack(where) ? number(q`coalesce(${where.t}, true)`) : sure
  const decided = q`(case when ${sure} >= ${node.count} then true when ${still} < ${node.count} then false end)`
  const waiting =
    (where.may & bits.UNKNOWN) === 0 ? null : number(q`${where.t} is null and not ${where.x}`)
  const listed = page.sheets.share(codeOf(known))
  const mayLists = known.state.may & LACKS
  const may = bits.THERE | (where.may & LACKS) | mayLists
  const x = waiting ? q`${waiting} = 0` : ALWAYS
  if (mayLists === 0)
    return { t: decided, x: (may & bits.UNAVAILABLE) === 0 ? raw('false') : q`(${x})`, may }
  return {
    t: q`(case when ${listed} < 2 then ${decided} end)`,
    x:
      (may & bits.UNAVAILABLE) === 0
        ? raw('false')
        : q`(case when ${listed} >= 2 then ${listed} = 2 else ${x} end)`,
    may,
  }
}

/** The sum, least or greatest of what the records give that hold. Nothing to add is 0. */
function totalled(node: Of<'sum'> | Of<'most'>, page: Page): Val {
  const { inside, where } = holdingOf(node, page)
  const { records: list } = node
  const { sheets } = page
  const of = steady(inside.work(node.of), sheets)
  const kind = node.kind === 'sum' || of.kind === 'nothing' ? 'quantity' : of.kind
  if (kind !== 'quantity' && kind !== 'day') notInSql(`the ${node.kind} of ${kind} over records`)
  if (typeof of.under !== 'bigint') notInSql('a sum or extreme of quotients over records')
  const { v, under } = asKind(of, kind, sheets)
  const ofUnknown = sumOfUnknown({ node, of: { ...of, kind, v, under }, where }, page)
  if (ofUnknown) return fromList({ list, val: ofUnknown }, page)
  return fromList(
    { list, val: withTrouble({ node, of: { ...of, kind, v, under }, where }, page) },
    page,
  )
}

/** The total, and beside it why it is none. */
function withTrouble({ node, of, where }: Summed, page: Page): Val {
  const { records: list } = node
  const { kind, v, under } = of
  const lacking = mayLack(where) ? lackOf(where) : 0
  const row = q`(case when ${where.t} then ${codeOf(of)} when ${where.t} is null then ${lacking} else 0 end)`
  const trouble = of.state.may === bits.THERE && !mayLack(where) ? raw('0') : worst(page, list, row)
  const aggregate = node.kind === 'sum' ? 'sum' : node.is
  const total = over(page, list, q`${aggregate}(case when ${where.t} then ${v} end)`)
  const code =
    node.kind === 'sum'
      ? trouble
      : q`(case when ${trouble} > 0 then ${trouble} when ${total} is null then 3 else 0 end)`
  const shared = page.sheets.share(code)
  const whole = node.kind === 'sum' ? q`coalesce(${total}, 0)` : total
  const may =
    bits.THERE | of.state.may | (where.may & LACKS) | (node.kind === 'most' ? bits.UNKNOWN : 0)
  const there = q`(case when ${shared} = 0 then ${cast(whole, kind, page)} end)`
  return { kind, v: there, under, state: { may, code: shared } }
}

type Summed = {
  readonly node: Of<'sum'> | Of<'most'>
  readonly of: Val & { readonly kind: 'quantity' | 'day' }
  readonly where: Truth
}

/**
 * A sum that can only lack for unknowns, in one aggregate: an unknown addend makes it the dialect's
 * not-a-number, which is then no value. Null where the dialect has none, or more must be told.
 */
function sumOfUnknown({ node, of, where }: Summed, { sheets }: Page): Val | null {
  const { notANumber } = sheets.dialect
  const may = bits.THERE | of.state.may | (where.may & LACKS)
  if (node.kind !== 'sum' || notANumber === null || of.kind !== 'quantity') return null
  if (!toldByValue(may) || (may & bits.NOT_APPLYING) !== 0) return null
  const nan = raw(notANumber)
  const addend = of.state.may === bits.THERE ? of.v : q`coalesce(${of.v}, ${nan})`
  const row = q`(case ${where.t} when true then ${addend} when false then null else ${nan} end)`
  const total = q`coalesce(${sheets.gather(node.records, q`sum(${row})`)}, 0)`
  const { kind, under } = of
  return { kind, v: q`nullif(${total}, ${nan})`, under, state: { may, code: null } }
}

const cast = (piece: Sql, kind: 'quantity' | 'day', { sheets }: Page): Sql =>
  q`${piece}::${sheets.dialect.types[kind]}`

/** The one record whose key is the number asked for; keys are whole and no two are the same. */
function picked(node: Of<'pick'>, page: Page): Val {
  const { sheets } = page
  const list = node.records
  const key = steady(page.work(node.key), sheets)
  if ([...key.v.reads].some((column) => column.list !== null)) {
    notInSql('a record picked by what another record says')
  }
  const inside = page.record(list)
  const own = page.program.records[list]?.key
  const hit = key.kind === 'quantity' && own ? ordered('=', [key, inside.field(own)], sheets) : NULL
  const wanted = sheets.share(q`coalesce(${hit}, false)`)
  const of = steady(inside.work(node.of), sheets)
  if (of.kind === 'nothing') return notInSql('a record picked for nothing')
  const take = (piece: Sql) => {
    const all = of.kind === 'flag' && piece === of.v ? 'bool_or' : 'max'
    return over(page, list, q`${all}(case when ${wanted} then ${piece} end)`)
  }
  const may = of.state.may | (key.state.may & LACKS) | bits.UNKNOWN
  if (may === (bits.THERE | bits.UNKNOWN)) {
    const under = typeof of.under === 'bigint' ? of.under : take(of.under)
    const val: Val = { ...of, v: take(of.v), under, state: { may, code: null } }
    return fromList({ list, val: withoutFixed(val) }, page)
  }
  const found = sheets.share(q`coalesce(${take(codeOf(of))}, 3)`)
  const keyed = codeOf(key)
  const code =
    key.state.may === bits.THERE
      ? found
      : sheets.share(q`(case when ${keyed} >= 2 then ${keyed} else ${found} end)`)
  const val: Val = {
    ...of,
    v: q`(case when ${code} = 0 then ${take(of.v)} end)`,
    under: typeof of.under === 'bigint' ? of.under : take(of.under),
    state: { may, code },
  }
  return fromList({ list, val: withoutFixed(val) }, page)
}

const withoutFixed = ({ fixed, ...val }: Val): Val => val
