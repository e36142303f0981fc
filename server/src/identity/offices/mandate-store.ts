import {
  type Day,
  type Mandate,
  type OfficeId,
  type ReadTx,
  reader,
  type Words,
  type WriteTx,
  writer,
} from '../../kernel/index.ts'
import type { MandateId, Tables } from '../tables.ts'

/** A written delegation (委托书): what a measure lets an office delegate, dated and narrowed. */
export type MandateRecord = {
  readonly id: MandateId
  /** The number of the document. */
  readonly number: string
  readonly pack: string
  /** The delegation of the measure it carries out. */
  readonly delegation: string
  readonly fromOffice: OfficeId
  readonly toOffice: OfficeId
  /** Empty: all that the measure delegates. */
  readonly acts: readonly string[]
  readonly districts: readonly string[]
  readonly cite: string
  readonly from: Day
  readonly until: Day
}

export type MandateView = MandateRecord & {
  readonly fromName: Words
  readonly toName: Words
  readonly endedOn: Day | null
  readonly endedWhy: string | null
}

export async function insertMandate(tx: WriteTx, one: MandateRecord): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('mandates')
    .values({
      zone_id: tx.zone,
      id: one.id,
      number: one.number,
      pack: one.pack,
      delegation: one.delegation,
      from_office: one.fromOffice,
      to_office: one.toOffice,
      acts: [...one.acts],
      districts: [...one.districts],
      cite: one.cite,
      from_day: one.from,
      until_day: one.until,
    })
    .execute()
}

/** Every mandate of the zone, newest first: delegations are published. */
export async function listMandates(tx: ReadTx): Promise<MandateView[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('mandates')
    .innerJoin('offices as giver', (join) =>
      join
        .onRef('giver.zone_id', '=', 'mandates.zone_id')
        .onRef('giver.id', '=', 'mandates.from_office'),
    )
    .innerJoin('offices as taker', (join) =>
      join
        .onRef('taker.zone_id', '=', 'mandates.zone_id')
        .onRef('taker.id', '=', 'mandates.to_office'),
    )
    .selectAll('mandates')
    .select(['giver.name_zh as giver_zh', 'giver.name_en as giver_en'])
    .select(['taker.name_zh as taker_zh', 'taker.name_en as taker_en'])
    .where('mandates.zone_id', '=', tx.zone)
    .orderBy('mandates.from_day', 'desc')
    .orderBy('mandates.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    pack: row.pack,
    delegation: row.delegation,
    fromOffice: row.from_office,
    toOffice: row.to_office,
    acts: row.acts,
    districts: row.districts,
    cite: row.cite,
    from: row.from_day,
    until: row.until_day,
    endedOn: row.ended_on,
    endedWhy: row.ended_why,
    fromName: { zh: row.giver_zh, en: row.giver_en },
    toName: { zh: row.taker_zh, en: row.taker_en },
  }))
}

/** The mandates given to these offices, with whether each holds today. */
export async function mandatesOf(tx: ReadTx, offices: readonly OfficeId[]): Promise<Mandate[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('mandates')
    .select(['number', 'pack', 'delegation', 'to_office', 'acts', 'districts'])
    .select(['from_day', 'until_day', 'ended_on'])
    .where('zone_id', '=', tx.zone)
    .where('to_office', 'in', [...offices])
    .execute()
  return rows.map((row) => ({
    number: row.number,
    pack: row.pack,
    delegation: row.delegation,
    toOffice: row.to_office,
    isLive: isLive(row, tx.today),
    acts: row.acts,
    districts: row.districts,
  }))
}

/** An ended mandate no longer holds on the day it was ended. */
function isLive(row: { from_day: Day; until_day: Day; ended_on: Day | null }, today: Day): boolean {
  const isEnded = row.ended_on !== null && row.ended_on <= today
  return row.from_day <= today && today <= row.until_day && !isEnded
}

/** Whether there was one that had not ended yet. */
export async function endMandateOn(tx: WriteTx, id: MandateId, why: string): Promise<boolean> {
  const ended = await writer<Tables>(tx)
    .updateTable('mandates')
    .set({ ended_on: tx.today, ended_why: why })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}
