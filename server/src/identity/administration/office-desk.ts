import {
  type OfficeId,
  type OfficeLevel,
  type ReadTx,
  reader,
  record,
  refusal,
  takeUp,
  type Words,
  type WriteTx,
  writer,
} from '../../kernel/index.ts'
import { findOffice, type Office, openOffice } from '../offices/office-store.ts'
import { permit } from '../permit.ts'
import type { AreaKind, Tables } from '../tables.ts'

export type Area = {
  readonly code: string
  readonly kind: AreaKind
  readonly name: Words
  /** Of a functional zone: the districts it lies in. */
  readonly districts: readonly string[]
}

/** An office in the tree, with the area it is for. */
export type OfficeLine = Office & { readonly closedOn: string | null }
export type OfficeTree = {
  readonly offices: readonly OfficeLine[]
  readonly areas: readonly Area[]
}

/** Every office and area; published. */
export async function viewOffices(tx: ReadTx): Promise<OfficeTree> {
  const offices = await reader<Tables>(tx)
    .selectFrom('offices')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .orderBy('level')
    .orderBy('district')
    .orderBy('key')
    .execute()
  return {
    offices: offices.map((row) => ({
      id: row.id,
      key: row.key,
      level: row.level,
      district: row.district,
      name: { zh: row.name_zh, en: row.name_en },
      parent: row.parent_id,
      closedOn: row.closed_on,
    })),
    areas: await listAreas(tx),
  }
}

export async function listAreas(tx: ReadTx): Promise<Area[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('areas')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .orderBy('kind')
    .orderBy('code')
    .execute()
  return rows.map(({ code, kind, name_zh, name_en, districts }) => ({
    code,
    kind,
    name: { zh: name_zh, en: name_en },
    districts,
  }))
}

export type NewOffice = {
  readonly key: string
  readonly level: OfficeLevel
  readonly district: string | null
  readonly name: Words
  readonly parent: OfficeId | null
}

/** Refuses `identity.office.already` for a key and area that are taken, and a parent that is not there. */
export async function addOffice(tx: WriteTx, given: NewOffice): Promise<OfficeTree> {
  const as = permit(tx.actor, 'office.manage')
  await takeUp(tx, 'administer')
  if (await findOffice(tx, given.key, given.district)) {
    refusal('identity.office.already', {}, { field: 'key' })
  }
  if (given.level === 'district' && given.district === null) {
    refusal('identity.office-area', {}, { field: 'district' })
  }
  if (given.parent) await lineOf(tx, given.parent)
  const office = await openOffice(tx, given)
  await record(tx, {
    act: 'office.open',
    subject: { kind: 'office', id: office.id },
    as,
    detail: { ...given, name: given.name },
  })
  return viewOffices(tx)
}

type OfficeChange = {
  readonly id: OfficeId
  readonly name: Words
  readonly parent: OfficeId | null
  /** No new cases or posts from today. */
  readonly closed: boolean
}

/** Renames, moves or closes an office. Refuses `identity.office-circle` for one put under itself. */
export async function changeOffice(tx: WriteTx, given: OfficeChange): Promise<OfficeTree> {
  const as = permit(tx.actor, 'office.manage')
  await takeUp(tx, 'administer')
  await lineOf(tx, given.id)
  if (given.parent && (await lineOf(tx, given.parent)).includes(given.id)) {
    refusal('identity.office-circle', {}, { field: 'parent' })
  }
  await writer<Tables>(tx)
    .updateTable('offices')
    .set({
      name_zh: given.name.zh,
      name_en: given.name.en,
      parent_id: given.parent,
      closed_on: given.closed ? tx.today : null,
    })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', given.id)
    .execute()
  await record(tx, {
    act: 'office.change',
    subject: { kind: 'office', id: given.id },
    as,
    detail: { ...given },
  })
  return viewOffices(tx)
}

/** An office and those above it; refuses `identity.office.not-found`. */
async function lineOf(tx: ReadTx, id: OfficeId): Promise<OfficeId[]> {
  const { offices } = await viewOffices(tx)
  const parents = new Map(offices.map((one) => [one.id, one.parent]))
  if (!parents.has(id)) return refusal('identity.office.not-found')
  const line: OfficeId[] = []
  let at: OfficeId | null = id
  while (at && !line.includes(at)) {
    line.push(at)
    at = parents.get(at) ?? null
  }
  return line
}

/** Draws an area or redraws it: a functional zone is mapped to the districts it lies in. */
export async function drawArea(tx: WriteTx, area: Area): Promise<OfficeTree> {
  const as = permit(tx.actor, 'office.manage')
  await takeUp(tx, 'administer')
  const known = new Map((await listAreas(tx)).map((one) => [one.code, one]))
  const isZone = area.kind === 'functional-zone'
  const strange = area.districts.filter((code) => known.get(code)?.kind !== 'district')
  if (isZone !== area.districts.length > 0 || strange.length > 0) {
    refusal('identity.area-districts', { codes: strange.join('、') || '—' }, { field: 'districts' })
  }
  await writeArea(tx, area)
  await record(tx, {
    act: 'area.draw',
    subject: { kind: 'area', id: area.code },
    as,
    detail: { ...area, name: area.name },
  })
  return viewOffices(tx)
}

/** The same without asking who: for seeds and the machine's command. */
export async function writeArea(tx: WriteTx, area: Area): Promise<void> {
  const drawn = {
    kind: area.kind,
    name_zh: area.name.zh,
    name_en: area.name.en,
    districts: [...area.districts],
  }
  await writer<Tables>(tx)
    .insertInto('areas')
    .values({ zone_id: tx.zone, code: area.code, ...drawn })
    .onConflict((conflict) => conflict.columns(['zone_id', 'code']).doUpdateSet(drawn))
    .execute()
}

/**
 * The areas a place belongs to, nearest first: the functional zone itself, then its districts. A firm
 * in a functional zone is looked after by the zone's office where there is one (条例 第5条).
 */
export function areasAround(areas: readonly Area[], code: string): readonly string[] {
  const area = areas.find((one) => one.code === code)
  return [code, ...(area?.districts ?? [])]
}
