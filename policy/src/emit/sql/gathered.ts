import type { Page } from './page.ts'
import { ALWAYS, q, raw, type Sql } from './piece.ts'
import {
  bits,
  codeOf,
  LACKS,
  lackOf,
  mayLack,
  only,
  THERE,
  type Truth,
  toldByValue,
  type Val,
} from './results.ts'

export type Holding = { readonly inside: Page; readonly where: Truth }

/** An aggregate over the records of a list, in the dialect both read. */
export const over = (page: Page, list: string, piece: Sql) => page.sheets.gather(list, piece)

/** Why one undecided record leaves the whole undecided; 0 where none is. */
export function worst(page: Page, list: string, code: Sql): Sql {
  return q`coalesce(${over(page, list, q`max(${code})`)}, 0)`
}

export type Gathered = { readonly list: string; readonly val: Val }

/** What the records give, once the list itself is known. */
export function fromList({ list, val }: Gathered, page: Page): Val {
  const known = page.list(list)
  if (known.state.may === bits.THERE) return val
  const may = (known.state.may & LACKS) | val.state.may
  if (toldByValue(may) && toldByValue(known.state.may)) {
    const v = q`(case when ${known.v} is not null then ${val.v} end)`
    return { ...val, v, state: { may, code: null } }
  }
  const listed = page.sheets.share(codeOf(known))
  const v = page.sheets.share(val.v)
  const code = q`(case when ${listed} >= 2 then ${listed} else ${codeOf({ ...val, v })} end)`
  const cut = (one: Sql) => q`(case when ${listed} < 2 then ${one} end)`
  const state = { may, code: page.sheets.share(code) }
  return { ...val, v: cut(v), state }
}

export const tally = (t: Sql): Sql =>
  t.text === ALWAYS.text ? raw('count(*)') : q`count(*) filter (where ${t})`

export function numberOf(count: Sql, { sheets }: Page): Val {
  const v = q`(${count})::${sheets.dialect.types.quantity}`
  return { kind: 'quantity', v, under: 1n, state: only(THERE) }
}

type Strict = { readonly where: Truth; readonly list: string }

/** A number that is only there once every record is decided. */
export function strictly({ where, list }: Strict, val: Val, page: Page): Val {
  if (!mayLack(where)) return val
  const undecided = q`(case when ${where.t} is null then ${lackOf(where)} else 0 end)`
  const code = page.sheets.share(worst(page, list, undecided))
  const may = (where.may & LACKS) | bits.THERE
  const state = { may, code: toldByValue(may) ? null : code }
  return { ...val, v: q`(case when ${code} = 0 then ${val.v} end)`, state }
}
