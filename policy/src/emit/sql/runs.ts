import type { RecordsFormula } from '../../program/expression.ts'
import { fromList, type Holding, numberOf, strictly } from './gathered.ts'
import { call, underOf } from './numbers.ts'
import type { Page } from './page.ts'
import { notInSql, q } from './piece.ts'
import type { Val } from './results.ts'

/**
 * Keys in a row: among the records that hold, a key less its place in the order stays the same as
 * long as each key is one more than the last.
 */
export function runOf(
  node: Extract<RecordsFormula, { kind: 'run' }>,
  { inside, where }: Holding,
  page: Page,
): Val {
  const { sheets } = page
  const list = node.records
  const own = page.program.records[list]?.key
  if (!own) return notInSql('a run of records without a key')
  const { v, under } = inside.field(own)
  const whole = call(sheets.dialect.quotient, v, underOf({ under }, sheets.dialect))
  const key = sheets.share(under === 1n ? v : whole)
  const holds = where.t.text === 'true' ? where.t : sheets.share(q`coalesce(${where.t}, false)`)
  const place = sheets.share(
    q`(${key} - row_number() over (partition by ":firm", ${holds} order by ${key}))`,
  )
  const length = sheets.share(q`count(*) over (partition by ":firm", ${holds}, ${place})`)
  const last = sheets.share(q`(${key} = max(${key}) over (partition by ":firm"))`)
  const counts = node.is === 'latest' ? q`${holds} and ${last}` : holds
  const best = q`coalesce(${sheets.gather(list, q`max(case when ${counts} then ${length} end)`)}, 0)`
  const val = strictly({ where, list }, numberOf(best, page), page)
  return fromList({ list, val }, page)
}
