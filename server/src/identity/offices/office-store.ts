import {
  newId,
  type OfficeId,
  type OfficeLevel,
  type ReadTx,
  reader,
  type Words,
  type WriteTx,
  writer,
} from '../../kernel/index.ts'
import type { Tables } from '../tables.ts'

export type Office = {
  readonly id: OfficeId
  /** The key a program names: `city-bureau`, `district-bureau`. One row a district for district offices. */
  readonly key: string
  readonly level: OfficeLevel
  /** Null at city level. */
  readonly district: string | null
  readonly name: Words
  readonly parent: OfficeId | null
}

/** Adds an office; one key and district name one office. */
export async function openOffice(tx: WriteTx, office: Omit<Office, 'id'>): Promise<Office> {
  const opened = { ...office, id: newId<OfficeId>() }
  await writer<Tables>(tx)
    .insertInto('offices')
    .values({
      zone_id: tx.zone,
      id: opened.id,
      key: opened.key,
      level: opened.level,
      district: opened.district,
      name_zh: opened.name.zh,
      name_en: opened.name.en,
      parent_id: opened.parent,
    })
    .execute()
  return opened
}

/** Every office of the zone: published, so visitors may read it too. */
export async function listOffices(tx: ReadTx): Promise<Office[]> {
  const rows = await officeRows(tx).orderBy('key').orderBy('district').execute()
  return rows.map(toOffice)
}

/** The office with this key; of a district office, the one of the district. */
export async function findOffice(
  tx: ReadTx,
  key: string,
  district: string | null = null,
): Promise<Office | null> {
  const row = await officeRows(tx)
    .where('key', '=', key)
    .where('district', 'is not distinct from', district)
    .executeTakeFirst()
  return row ? toOffice(row) : null
}

function officeRows(tx: ReadTx) {
  return reader<Tables>(tx)
    .selectFrom('offices')
    .select(['id', 'key', 'level', 'district', 'name_zh', 'name_en', 'parent_id'])
    .where('zone_id', '=', tx.zone)
}

function toOffice(row: Omit<Tables['offices'], 'zone_id' | 'closed_on'>): Office {
  const { id, key, level, district, parent_id } = row
  return { id, key, level, district, name: { zh: row.name_zh, en: row.name_en }, parent: parent_id }
}
