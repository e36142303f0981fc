import { type Selectable, sql, type Updateable } from 'kysely'
import { type ReadTx, reader, refusal, type Words, type WriteTx, writer } from '../kernel/index.ts'
import type { Consultation, ConsultationId } from './consultation.ts'
import type { Tables } from './tables.ts'

type Row = Omit<Selectable<Tables['consultations']>, 'zone_id' | 'revision'>

const json = <T>(value: T) => JSON.stringify(value) as unknown as T

export async function insertConsultation(tx: WriteTx, one: Consultation): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('consultations')
    .values({
      zone_id: tx.zone,
      id: one.id,
      number: one.number,
      title_zh: one.title.zh,
      title_en: one.title.en,
      office_id: one.officeId,
      office_zh: one.office.zh,
      office_en: one.office.en,
      pack: one.pack,
      version: one.version,
      articles: json(one.articles),
      draft_file: null,
      note: one.note,
      note_file: null,
      contact: one.contact,
      opens_on: one.opensOn,
      closes_on: one.closesOn,
      counted: json(one.counted),
      shortened: one.shortened,
      published_on: null,
      summary: null,
      summary_on: null,
      adopted_pack: null,
      adopted_version: null,
      revision: 1,
    })
    .execute()
}

/**
 * Those the actor may see, the latest first, at most 200.
 * @param like a pattern of LIKE that number or title holds; every one without
 */
export async function selectConsultations(tx: ReadTx, like?: string): Promise<Consultation[]> {
  const rows = await rowsOf(tx)
    .$if(like !== undefined, (query) =>
      query.where((one) =>
        one.or(
          (['number', 'title_zh', 'title_en'] as const).map((each) =>
            one(each, 'ilike', like ?? ''),
          ),
        ),
      ),
    )
    .orderBy('opens_on', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(toConsultation)
}

/** Refuses `consultation.not-found`, also where it is prepared and the actor may not see it. */
export async function readConsultation(tx: ReadTx, id: ConsultationId): Promise<Consultation> {
  const row = await rowsOf(tx).where('id', '=', id).executeTakeFirst()
  return row ? toConsultation(row) : refusal('consultation.not-found')
}

/** The consultation, locked until the transaction ends. */
export async function lockConsultation(tx: WriteTx, id: ConsultationId): Promise<Consultation> {
  await writer<Tables>(tx)
    .updateTable('consultations')
    .set({ revision: sql<number>`revision + 1` })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .execute()
  return readConsultation(tx, id)
}

type Changed = Pick<
  Updateable<Tables['consultations']>,
  | 'articles'
  | 'draft_file'
  | 'note'
  | 'note_file'
  | 'published_on'
  | 'summary'
  | 'summary_on'
  | 'adopted_pack'
  | 'adopted_version'
>

export async function writeConsultation(
  tx: WriteTx,
  id: ConsultationId,
  { articles, summary, ...plain }: Changed,
): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('consultations')
    .set({
      ...plain,
      ...(articles && { articles: json(articles) }),
      ...(summary && { summary: json(summary) }),
    })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .execute()
}

function rowsOf(tx: ReadTx) {
  return reader<Tables>(tx)
    .selectFrom('consultations')
    .select(['id', 'number', 'title_zh', 'title_en', 'office_id', 'office_zh', 'office_en'])
    .select(['pack', 'version', 'articles', 'draft_file', 'note', 'note_file', 'contact'])
    .select(['opens_on', 'closes_on', 'counted', 'shortened', 'published_on'])
    .select(['summary', 'summary_on', 'adopted_pack', 'adopted_version'])
    .where('zone_id', '=', tx.zone)
}

const words = (zh: string, en: string): Words => ({ zh, en })

function toConsultation(row: Row): Consultation {
  const { adopted_pack: pack, adopted_version: version } = row
  return {
    id: row.id,
    number: row.number,
    title: words(row.title_zh, row.title_en),
    office: words(row.office_zh, row.office_en),
    officeId: row.office_id,
    pack: row.pack,
    version: row.version,
    articles: row.articles,
    draftFile: row.draft_file,
    note: row.note,
    noteFile: row.note_file,
    contact: row.contact,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    counted: row.counted,
    shortened: row.shortened,
    publishedOn: row.published_on,
    summary: row.summary,
    summaryOn: row.summary_on,
    adopted: pack !== null && version !== null ? { pack, version } : null,
  }
}
