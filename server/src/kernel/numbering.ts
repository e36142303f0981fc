import { sql } from 'kysely'
import { yearOf } from './day.ts'
import type { ZoneId } from './ids.ts'
import { type WriteTx, writer } from './transactions.ts'

type Tables = {
  number_series: { zone_id: ZoneId; series: string; year: number; last: number }
}

export type SeriesNumber = {
  readonly series: string
  readonly year: number
  readonly number: number
}

/**
 * The next number of a series in the transaction's year: 1, 2, 3 … without a gap, since a number
 * taken by a transaction that fails is given back. It holds the series until the transaction ends.
 */
export async function nextNumber(tx: WriteTx, series: string): Promise<SeriesNumber> {
  const year = yearOf(tx.today)
  const row = await writer<Tables>(tx)
    .insertInto('number_series')
    .values({ zone_id: tx.zone, series, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['zone_id', 'series', 'year'])
        .doUpdateSet({ last: sql<number>`number_series.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return { series, year, number: row.last }
}
