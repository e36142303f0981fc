import type { Selectable } from 'kysely'
import {
  type Day,
  type PartyId,
  type ReadTx,
  reader,
  type SealedTable,
  type WriteTx,
  writer,
  type ZoneId,
} from '../kernel/index.ts'
import type { DocumentId, RevokeInput, Verification, VerifiedCertificate } from './letter.ts'

type Tables = {
  certificates: {
    zone_id: ZoneId
    number: string
    document_id: DocumentId
    party_id: PartyId
    holder: string
    credit_code: string | null
    title_zh: string
    title_en: string
    measure_zh: string
    measure_en: string
    pack: string | null
    version: string | null
    cite: string
    issued_by_zh: string
    issued_by_en: string
    issued_on: Day
    valid_until: Day | null
    hash: string
    kid: string | null
    status_year: number | null
    status_index: number | null
    revoked_on: Day | null
    revoked_cite: string | null
    revoked_reason: string | null
  }
}

/** A certificate as acts seal it into the record. */
export const CERTIFICATES: SealedTable = {
  table: 'certificates',
  key: [['number', 'text']],
  columns: [
    ...['document_id', 'party_id', 'holder', 'credit_code', 'title_zh', 'title_en'],
    ...['measure_zh', 'measure_en', 'pack', 'version', 'cite', 'issued_by_zh', 'issued_by_en'],
    ...['issued_on', 'valid_until', 'hash', 'kid', 'status_year', 'status_index'],
    ...['revoked_on', 'revoked_cite', 'revoked_reason'],
  ],
}

export type NewRow = VerifiedCertificate & {
  readonly document: DocumentId
  readonly party: PartyId
  readonly kid: string
  readonly status: { readonly year: number; readonly index: number }
}

export async function insertCertificate(tx: WriteTx, certificate: NewRow): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('certificates')
    .values({
      zone_id: tx.zone,
      number: certificate.number,
      document_id: certificate.document,
      party_id: certificate.party,
      holder: certificate.holder,
      credit_code: certificate.creditCode,
      title_zh: certificate.title.zh,
      title_en: certificate.title.en,
      measure_zh: certificate.measure.zh,
      measure_en: certificate.measure.en,
      pack: certificate.pack?.key ?? null,
      version: certificate.pack?.version ?? null,
      cite: certificate.cite,
      issued_by_zh: certificate.issuedBy.zh,
      issued_by_en: certificate.issuedBy.en,
      issued_on: certificate.issuedOn,
      valid_until: certificate.validUntil,
      hash: certificate.hash,
      kid: certificate.kid,
      status_year: certificate.status.year,
      status_index: certificate.status.index,
    })
    .execute()
}

export async function findCertificate(tx: ReadTx, number: string): Promise<Verification | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('certificates')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? toVerification(row, tx.today) : null
}

/** Places in the year's status list whose certificates were revoked. */
export async function selectRevokedIndexes(tx: ReadTx, year: number): Promise<number[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('certificates')
    .select('status_index')
    .where('zone_id', '=', tx.zone)
    .where('status_year', '=', year)
    .where('revoked_on', 'is not', null)
    .execute()
  return rows.flatMap((row) => row.status_index ?? [])
}

/** False when there is no such certificate, or it was revoked before. */
export async function writeRevocation(tx: WriteTx, revoked: RevokeInput): Promise<boolean> {
  const answer = await writer<Tables>(tx)
    .updateTable('certificates')
    .set({ revoked_on: tx.today, revoked_cite: revoked.cite, revoked_reason: revoked.reason })
    .where('zone_id', '=', tx.zone)
    .where('number', '=', revoked.number)
    .where('revoked_on', 'is', null)
    .executeTakeFirst()
  return answer.numUpdatedRows === 1n
}

/** False when there is no such certificate, or it stands. */
export async function eraseRevocation(tx: WriteTx, number: string): Promise<boolean> {
  const answer = await writer<Tables>(tx)
    .updateTable('certificates')
    .set({ revoked_on: null, revoked_cite: null, revoked_reason: null })
    .where('zone_id', '=', tx.zone)
    .where('number', '=', number)
    .where('revoked_on', 'is not', null)
    .executeTakeFirst()
  return answer.numUpdatedRows === 1n
}

function toVerification(row: Selectable<Tables['certificates']>, today: Day): Verification {
  const measure = { zh: row.measure_zh, en: row.measure_en }
  const { pack: key, version } = row
  const said: VerifiedCertificate = {
    number: row.number,
    title: { zh: row.title_zh, en: row.title_en },
    holder: row.holder,
    creditCode: row.credit_code,
    measure,
    pack: key && version ? { key, version, title: measure } : null,
    cite: row.cite,
    issuedOn: row.issued_on,
    validUntil: row.valid_until,
    issuedBy: { zh: row.issued_by_zh, en: row.issued_by_en },
    hash: row.hash,
  }
  const { revoked_on: revokedOn, revoked_cite: revokedCite, revoked_reason: revokedReason } = row
  if (revokedOn === null || revokedCite === null || revokedReason === null) {
    const ended = said.validUntil !== null && today > said.validUntil
    return { answer: ended ? 'expired' : 'valid', ...said }
  }
  return { answer: 'revoked', ...said, revokedOn, revokedCite, revokedReason }
}
