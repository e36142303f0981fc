import {
  canonicalJson,
  nextNumber,
  record,
  refusal,
  sealRows,
  sha256,
  type WriteTx,
} from '../kernel/index.ts'
import { CERTIFICATES, insertCertificate } from './certificate-store.ts'
import { theDesk } from './desk.ts'
import { findFolder } from './documents-store.ts'
import type { Certificate, NewCertificate } from './letter.ts'
import { printAndKeep } from './print-and-keep.ts'
import { signCertificate } from './signing/sign-certificate.ts'
import { addressOf, codeOf } from './verification-code.ts'

/**
 * Issues a certificate of recognition under the next number of its prefix and year, without gaps:
 * `离孵〔2025〕001号`. Its hash is over what it says; the device on it is drawn from that hash. The file
 * carries its own signed statement (ADR 0064), the QR a short one for paper.
 */
export async function issueCertificate(tx: WriteTx, input: NewCertificate): Promise<Certificate> {
  if (!(await findFolder(tx, input.subject))) refusal('documents.folder-not-found')
  const drawn = await nextNumber(tx, `certificate ${input.prefix}`)
  const number = `${input.prefix}〔${drawn.year}〕${String(drawn.number).padStart(3, '0')}号`
  const said = { ...statement(input), number, issuedOn: tx.today }
  const hash = sha256(canonicalJson(said))
  const verifyAt = addressOf(theDesk().config.verifyAt, number)
  const signed = await signCertificate(tx, { ...said, hash })
  const document = await printAndKeep(tx, {
    subject: input.subject,
    kind: 'certificate',
    number,
    from: input.issuedBy,
    title: { zh: `${input.title.zh}认定证书`, en: `Certificate: ${input.title.en}` },
    on: tx.today,
    content: { ...said, hash },
    print: { qr: await codeOf(signed.code), kid: signed.kid, verifyAt: decodeURI(verifyAt) },
    seal: signed.seal,
  })
  const pack = { ...input.pack, title: input.measure }
  const { kid, status } = signed
  const row = { validUntil: null, ...said, pack, hash, document: document.id, party: input.party }
  await insertCertificate(tx, { ...row, kid, status })
  await sealRows(tx, CERTIFICATES, [number])
  await record(tx, {
    act: 'certificate.issue',
    subject: { kind: 'certificate', id: number },
    cite: input.cite,
    as: input.as ?? null,
    detail: { document: document.id, hash, kid, of: input.subject },
    readers: [input.party],
  })
  return { number, document: document.id, issuedOn: tx.today, hash, verifyAt }
}

/** What the certificate says, as far as the caller decides it. */
function statement(input: NewCertificate) {
  const { holder, holderEn = null, creditCode, title, measure, cite, issuedBy, decidedOn } = input
  const { validUntil = null } = input
  const said = { holder, holderEn, creditCode, title, measure, cite, issuedBy, decidedOn }
  return validUntil === null ? said : { ...said, validUntil }
}
