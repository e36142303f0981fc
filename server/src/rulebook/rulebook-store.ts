import type { Program } from '@banfa/policy/run'
import type { Selectable } from 'kysely'
import {
  type Day,
  type PersonId,
  type ReadTx,
  reader,
  type Words,
  type WriteTx,
  writer,
  type ZoneId,
} from '../kernel/index.ts'
import type { ArticleText, Version } from './measure.ts'

type Tables = {
  packs: {
    zone_id: ZoneId
    pack: string
    version: string
    digest: string
    state: Program['state']
    program: unknown
    installed_on: Day
    installed_at: string
  }
  pack_texts: {
    zone_id: ZoneId
    pack: string
    version: string
    file_name: string
    sha256: string
    installed_on: Day
  }
  article_texts: {
    zone_id: ZoneId
    pack: string
    version: string
    article: string
    ord: number
    text: string
  }
  enactments: {
    zone_id: ZoneId
    pack: string
    from_day: Day
    until_day: Day | null
    version: string
    digest: string
    draft: boolean
    by_person: PersonId | null
    by_name: string
    office_zh: string | null
    office_en: string | null
    on_day: Day
    reason: string
  }
}

/** A version of a pack by name. */
export type Named = { readonly pack: string; readonly version: string }

export type InstalledVersion = Version & Named

/** An enactment as it was made; who takes over from whom is read off the list. */
export type Made = {
  readonly pack: string
  readonly version: string
  readonly digest: string
  readonly draft: boolean
  readonly from: Day
  readonly until: Day | null
  readonly person: PersonId | null
  readonly by: string
  readonly office: Words | null
  readonly on: Day
  readonly reason: string
}

/** False when the version is there already, whatever its digest. */
export async function insertPack(tx: WriteTx, program: Program): Promise<boolean> {
  const answer = await writer<Tables>(tx)
    .insertInto('packs')
    .values({
      zone_id: tx.zone,
      pack: program.pack,
      version: program.version,
      digest: program.digest,
      state: program.state,
      program: JSON.stringify(program),
      installed_on: tx.today,
      installed_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return answer.numInsertedOrUpdatedRows === 1n
}

/** Installed versions without their programs, the newest of each pack first. */
export async function selectVersions(
  tx: ReadTx,
  pack: string | 'all',
): Promise<InstalledVersion[]> {
  let query = reader<Tables>(tx)
    .selectFrom('packs')
    .select(['pack', 'version', 'digest', 'state', 'installed_on as installedOn'])
    .where('zone_id', '=', tx.zone)
    .orderBy('pack')
    .orderBy('installed_at', 'desc')
    .orderBy('version', 'desc')
  if (pack !== 'all') query = query.where('pack', '=', pack)
  return query.execute()
}

export async function findVersion(tx: ReadTx, of: Named): Promise<InstalledVersion | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('packs')
    .select(['pack', 'version', 'digest', 'state', 'installed_on as installedOn'])
    .where('zone_id', '=', tx.zone)
    .where('pack', '=', of.pack)
    .where('version', '=', of.version)
    .executeTakeFirst()
  return row ?? null
}

export async function selectPrograms(tx: ReadTx, digests: readonly string[]): Promise<Program[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('packs')
    .select('program')
    .where('zone_id', '=', tx.zone)
    .where('digest', 'in', digests)
    .execute()
  return rows.map((row) => row.program as Program)
}

export type NewText = Named & {
  readonly fileName: string
  readonly sha256: string
  readonly articles: readonly ArticleText[]
}

export async function findTextHash(tx: ReadTx, of: Named): Promise<string | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('pack_texts')
    .select('sha256')
    .where('zone_id', '=', tx.zone)
    .where('pack', '=', of.pack)
    .where('version', '=', of.version)
    .executeTakeFirst()
  return row?.sha256 ?? null
}

export async function insertText(tx: WriteTx, text: NewText): Promise<void> {
  const key = { zone_id: tx.zone, pack: text.pack, version: text.version }
  await writer<Tables>(tx)
    .insertInto('pack_texts')
    .values({ ...key, file_name: text.fileName, sha256: text.sha256, installed_on: tx.today })
    .execute()
  await writer<Tables>(tx)
    .insertInto('article_texts')
    .values(text.articles.map((one, ord) => ({ ...key, ...one, ord })))
    .execute()
}

export function selectTexts(tx: ReadTx, of: Named): Promise<ArticleText[]> {
  return reader<Tables>(tx)
    .selectFrom('article_texts')
    .select(['article', 'text'])
    .where('zone_id', '=', tx.zone)
    .where('pack', '=', of.pack)
    .where('version', '=', of.version)
    .orderBy('ord')
    .execute()
}

export async function findText(
  tx: ReadTx,
  of: Named & { readonly article: string },
): Promise<string | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('article_texts')
    .select('text')
    .where('zone_id', '=', tx.zone)
    .where('pack', '=', of.pack)
    .where('version', '=', of.version)
    .where('article', '=', of.article)
    .executeTakeFirst()
  return row?.text ?? null
}

/** False when another act of the pack takes effect on the same day. */
export async function insertEnactment(tx: WriteTx, made: Made): Promise<boolean> {
  const answer = await writer<Tables>(tx)
    .insertInto('enactments')
    .values({
      zone_id: tx.zone,
      pack: made.pack,
      from_day: made.from,
      until_day: made.until,
      version: made.version,
      digest: made.digest,
      draft: made.draft,
      by_person: made.person,
      by_name: made.by,
      office_zh: made.office?.zh ?? null,
      office_en: made.office?.en ?? null,
      on_day: made.on,
      reason: made.reason,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return answer.numInsertedOrUpdatedRows === 1n
}

/** In the order in which they take effect. */
export async function selectEnactments(tx: ReadTx, pack: string | 'all'): Promise<Made[]> {
  let query = reader<Tables>(tx)
    .selectFrom('enactments')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .orderBy('pack')
    .orderBy('from_day')
  if (pack !== 'all') query = query.where('pack', '=', pack)
  return (await query.execute()).map(toMade)
}

function toMade(row: Selectable<Tables['enactments']>): Made {
  const { office_zh: zh, office_en: en } = row
  return {
    pack: row.pack,
    version: row.version,
    digest: row.digest,
    draft: row.draft,
    from: row.from_day,
    until: row.until_day,
    person: row.by_person,
    by: row.by_name,
    office: zh !== null && en !== null ? { zh, en } : null,
    on: row.on_day,
    reason: row.reason,
  }
}
