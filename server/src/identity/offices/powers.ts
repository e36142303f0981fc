import {
  addDays,
  type Day,
  newId,
  type OfficeId,
  type ReadTx,
  reader,
  record,
  refusal,
  type Words,
  type WriteTx,
  writer,
} from '../../kernel/index.ts'
import { permit } from '../permit.ts'
import type { AreaKind, PowerId, PowerKind, Tables } from '../tables.ts'

/** One entry of the register of powers and duties 权责清单: matter, office, legal basis. */
export type NewPower = {
  readonly matter: Words
  readonly kind: PowerKind
  /** Who has it: the city, its districts, or a functional zone (条例 第5条至第7条). */
  readonly level: AreaKind
  readonly office: OfficeId
  /** What the others have to do about it, where it is shared. */
  readonly share: Words
  /** The law or measure by name, and the provision. */
  readonly law: string
  readonly cite: string
  readonly pack: string | null
  readonly service: string | null
  readonly from: Day
}

export type Power = NewPower & { readonly id: PowerId; readonly officeName: Words }

/** The entries that hold today; published. */
export async function listPowers(tx: ReadTx): Promise<Power[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('powers')
    .innerJoin('offices', (join) =>
      join
        .onRef('offices.zone_id', '=', 'powers.zone_id')
        .onRef('offices.id', '=', 'powers.office_id'),
    )
    .selectAll('powers')
    .select(['offices.name_zh', 'offices.name_en'])
    .where('powers.zone_id', '=', tx.zone)
    .where('from_day', '<=', tx.today)
    .where((one) => one.or([one('until_day', 'is', null), one('until_day', '>=', tx.today)]))
    .orderBy('matter_zh')
    .orderBy('powers.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    matter: { zh: row.matter_zh, en: row.matter_en },
    kind: row.kind,
    level: row.level,
    office: row.office_id,
    officeName: { zh: row.name_zh, en: row.name_en },
    share: { zh: row.share_zh, en: row.share_en },
    law: row.law,
    cite: row.cite,
    pack: row.pack,
    service: row.service,
    from: row.from_day,
  }))
}

/** Enters a power; without a legal basis there is none (法无授权不可为). Refuses an unknown office. */
export async function enterPower(tx: WriteTx, given: NewPower): Promise<PowerId> {
  const as = permit(tx.actor, 'power.enter')
  const id = await writePower(tx, given)
  await record(tx, {
    act: 'power.enter',
    subject: { kind: 'power', id },
    as,
    cite: given.cite,
    detail: { ...given, matter: given.matter, share: given.share },
  })
  return id
}

/** The same without asking who: for seeds. */
export async function writePower(tx: WriteTx, given: NewPower): Promise<PowerId> {
  const id = newId<PowerId>()
  const office = await reader<Tables>(tx)
    .selectFrom('offices')
    .select('id')
    .where('zone_id', '=', tx.zone)
    .where('id', '=', given.office)
    .executeTakeFirst()
  if (!office) refusal('identity.office.not-found', {}, { field: 'office' })
  await writer<Tables>(tx)
    .insertInto('powers')
    .values({
      zone_id: tx.zone,
      id,
      matter_zh: given.matter.zh,
      matter_en: given.matter.en,
      kind: given.kind,
      level: given.level,
      office_id: given.office,
      share_zh: given.share.zh,
      share_en: given.share.en,
      law: given.law,
      cite: given.cite,
      pack: given.pack,
      service: given.service,
      from_day: given.from,
      until_day: null,
    })
    .execute()
  return id
}

/** From today the entry no longer holds; what was done under it stays. Refuses `identity.power.not-found`. */
export async function endPower(
  tx: WriteTx,
  { id, reason }: { readonly id: PowerId; readonly reason: string },
): Promise<void> {
  const as = permit(tx.actor, 'power.enter')
  const known = (await listPowers(tx)).find((one) => one.id === id)
  if (!known) return refusal('identity.power.not-found')
  const last = [addDays(tx.today, -1), known.from].sort().at(-1) ?? known.from
  await writer<Tables>(tx)
    .updateTable('powers')
    .set({ until_day: last })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .execute()
  await record(tx, { act: 'power.end', subject: { kind: 'power', id }, as, reason })
}
