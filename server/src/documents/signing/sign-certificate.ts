import { type Instant, nextNumber, type WriteTx } from '../../kernel/index.ts'
import { theDesk } from '../desk.ts'
import { credentialOf, paperStatement, type Stated } from './credential.ts'
import { siteAddress } from './issuer.ts'
import { signingKey } from './keys.ts'
import { sealFile } from './seal-file.ts'

export type CertificateSeal = {
  readonly kid: string
  readonly status: { readonly year: number; readonly index: number }
  /** What the QR holds: the address of the public page with the short signed statement behind `#`. */
  readonly code: string
  /** Seals the printed page: see `sealFile`. */
  readonly seal: (pdf: Buffer) => Promise<Buffer>
}

/** Takes the certificate's place in the year's status list and signs what it says with today's key. */
export async function signCertificate(tx: WriteTx, said: Stated): Promise<CertificateSeal> {
  const { keys } = theDesk()
  const { year, number } = await nextNumber(tx, 'certificate-status')
  const { kid, publicKey } = await signingKey(tx)
  const status = { year, index: number - 1 }
  const origin = siteAddress()
  const paper = await keys.sign({
    kid,
    header: { typ: 'JWT' },
    statement: paperStatement(said, tx.now),
  })
  const states = credentialOf(said, { origin, status, at: tx.now })
  const header = { typ: 'vc+jwt', cty: 'vc', jwk: publicKey }
  const sign = (digest: string) => keys.sign({ kid, header, statement: states(digest) })
  return {
    kid,
    status,
    code: `${origin}/verify#${paper}`,
    seal: (pdf) => sealFile(pdf, { sign, madeAt: pdfDate(tx.now) }),
  }
}

/** `20260318040000Z` */
function pdfDate(at: Instant): string {
  return `${at.replaceAll(/[-:T]/g, '').slice(0, 14)}Z`
}
