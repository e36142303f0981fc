import { sql } from 'kysely'
import { type Day, type PartyId, type ReadTx, reader, type Words } from '../kernel/index.ts'
import type { DocumentId } from './letter.ts'

type Tables = {
  issued: {
    zone_id: string
    document_id: DocumentId
    subject_kind: string
    subject_id: string
    title_zh: string
    title_en: string
    number: string
    issued_on: Day
  }
  certificates: {
    zone_id: string
    number: string
    party_id: PartyId
    holder: string
    title_zh: string
    title_en: string
    issued_on: Day
  }
}

type FoundLetter = {
  readonly id: DocumentId
  readonly caseId: string
  readonly number: string
  readonly title: Words
  readonly on: Day
}

type FoundCertificate = {
  readonly number: string
  readonly party: PartyId
  readonly holder: string
  readonly title: Words
  readonly on: Day
}

const MOST = 40

/**
 * Letters in folders of cases that the viewer may read, by number or for these cases, the newest
 * first. Who may open the case is for the caller to ask.
 * @param like a pattern of LIKE; null looks at no number
 */
export async function findLetters(
  tx: ReadTx,
  { like, cases }: { readonly like: string | null; readonly cases: readonly string[] },
): Promise<FoundLetter[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('issued')
    .select(['document_id', 'subject_id', 'number', 'title_zh', 'title_en', 'issued_on'])
    .where('zone_id', '=', tx.zone)
    .where('subject_kind', '=', 'case')
    .where((one) =>
      one.or([
        sql<boolean>`subject_id = any (${[...cases]}::text[])`,
        ...(like === null ? [] : [one('number', 'ilike', like)]),
      ]),
    )
    .orderBy('issued_on', 'desc')
    .orderBy('document_id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.document_id,
    caseId: row.subject_id,
    number: row.number,
    title: { zh: row.title_zh, en: row.title_en },
    on: row.issued_on,
  }))
}

/** Certificates by number or holder, the newest first; whoever has the number may verify it anyway. */
export async function findCertificates(
  tx: ReadTx,
  { like, parties }: { readonly like: string | null; readonly parties: readonly PartyId[] },
): Promise<FoundCertificate[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('certificates')
    .select(['number', 'party_id', 'holder', 'title_zh', 'title_en', 'issued_on'])
    .where('zone_id', '=', tx.zone)
    .where((one) =>
      one.or([
        sql<boolean>`party_id = any (${[...parties]}::uuid[])`,
        ...(like === null ? [] : [one('number', 'ilike', like)]),
      ]),
    )
    .orderBy('issued_on', 'desc')
    .orderBy('number', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    party: row.party_id,
    holder: row.holder,
    title: { zh: row.title_zh, en: row.title_en },
    on: row.issued_on,
  }))
}
