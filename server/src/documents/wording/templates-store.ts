import type { Selectable } from 'kysely'
import {
  type Day,
  type OfficeId,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
  type ZoneId,
} from '../../kernel/index.ts'
import type { WordedKind, Wording } from './wording.ts'

type Tables = {
  letter_templates: {
    zone_id: ZoneId
    office_id: OfficeId
    kind: WordedKind
    version: number
    office_name: string
    title: string
    addressee: string
    body: string
    closing: string
    written_on: Day
    written_by: string
  }
}

export type TemplateVersion = {
  readonly kind: WordedKind
  readonly version: number
  readonly wording: Wording
  readonly writtenOn: Day
  readonly writtenBy: string
}

/** The newest version by the name that signs; null while the office uses the wording shipped. */
export async function findNewest(
  tx: ReadTx,
  of: { readonly kind: WordedKind; readonly office: string },
): Promise<TemplateVersion | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('letter_templates')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('office_name', '=', of.office)
    .where('kind', '=', of.kind)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toVersion(row) : null
}

/** Every version of an office, newest first. */
export async function selectTemplates(tx: ReadTx, office: OfficeId): Promise<TemplateVersion[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('letter_templates')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('office_id', '=', office)
    .orderBy('kind')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(toVersion)
}

export type NewVersion = TemplateVersion & {
  readonly office: OfficeId
  readonly officeName: string
}

/** False when somebody wrote that version first. */
export async function insertTemplate(tx: WriteTx, one: NewVersion): Promise<boolean> {
  const answer = await writer<Tables>(tx)
    .insertInto('letter_templates')
    .values({
      zone_id: tx.zone,
      office_id: one.office,
      kind: one.kind,
      version: one.version,
      office_name: one.officeName,
      ...one.wording,
      written_on: one.writtenOn,
      written_by: one.writtenBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return answer.numInsertedOrUpdatedRows === 1n
}

function toVersion(row: Selectable<Tables['letter_templates']>): TemplateVersion {
  const { kind, version, title, addressee, body, closing } = row
  const wording = { title, addressee, body, closing }
  return { kind, version, wording, writtenOn: row.written_on, writtenBy: row.written_by }
}
