import { sql } from 'kysely'
import type { ZoneId } from '../ids.ts'
import { type ReadTx, reader, type WriteTx, writer } from '../transactions.ts'

/** National notice, regional notice, entered by hand: the later one speaks over the earlier. */
export const LAYERS = ['national', 'regional', 'manual'] as const
export type Layer = (typeof LAYERS)[number]

/** A day that is not what its weekday says, and why. */
export type SpecialDay = { readonly working: boolean; readonly name: string }

/** What one layer says about one year, and where that was published. */
export type LayerYear = {
  readonly layer: Layer
  readonly year: number
  readonly days: Readonly<Record<string, SpecialDay>>
  readonly source: string
}

type Tables = {
  calendar_years: {
    zone_id: ZoneId
    layer: Layer
    year: number
    days: Readonly<Record<string, SpecialDay>>
    source: string
  }
}

/** Which versions of which rows there are: as long as these are the same, so is what they say. */
export async function selectYearVersions(tx: ReadTx): Promise<string> {
  const rows = await reader<Tables>(tx)
    .selectFrom('calendar_years')
    .select(['layer', 'year'])
    // The transaction that wrote a row and where it lies: every change gives it others.
    .select([sql<string>`xmin::text`.as('by'), sql<string>`ctid::text`.as('at')])
    .where('zone_id', '=', tx.zone)
    .orderBy('layer')
    .orderBy('year')
    .execute()
  return rows.map(({ layer, year, by, at }) => `${layer} ${year} ${by} ${at}`).join('\n')
}

export async function selectLayerYears(tx: ReadTx): Promise<LayerYear[]> {
  return await reader<Tables>(tx)
    .selectFrom('calendar_years')
    .select(['layer', 'year', 'days', 'source'])
    .where('zone_id', '=', tx.zone)
    .execute()
}

/** Inserts what is not there yet; a year already entered stays as the zone has it. */
export async function insertLayerYears(tx: WriteTx, years: readonly LayerYear[]): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('calendar_years')
    .values(years.map((year) => ({ zone_id: tx.zone, ...year })))
    .onConflict((conflict) => conflict.columns(['zone_id', 'layer', 'year']).doNothing())
    .execute()
}

/** Adds days to a layer's year, making the row when there is none. */
export async function mergeLayerYear(tx: WriteTx, year: LayerYear): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('calendar_years')
    .values({ zone_id: tx.zone, ...year })
    .onConflict((conflict) =>
      conflict.columns(['zone_id', 'layer', 'year']).doUpdateSet({
        days: sql`calendar_years.days || excluded.days`,
        source: year.source,
      }),
    )
    .execute()
}

/** Puts the days in the place of those the layer's year had. */
export async function replaceLayerYear(tx: WriteTx, year: LayerYear): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('calendar_years')
    .values({ zone_id: tx.zone, ...year })
    .onConflict((conflict) =>
      conflict
        .columns(['zone_id', 'layer', 'year'])
        .doUpdateSet({ days: sql`excluded.days`, source: year.source }),
    )
    .execute()
}
