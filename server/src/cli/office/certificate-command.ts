import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type FileVerdict, type IssuerKey, verifyFile } from '../../documents/index.ts'
import { refusal } from '../../kernel/index.ts'
import { fail, type Out, print } from '../out.ts'

const issuerFile = z.object({
  verificationMethod: z.array(
    z.object({
      validFrom: z.string(),
      expires: z.string().optional(),
      revoked: z.string().optional(),
      publicKeyJwk: z.object({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        x: z.string(),
        kid: z.string(),
      }),
    }),
  ),
})

/**
 * banfa verify-certificate: a certificate's file against the issuer's published keys, without a
 * database or a network. Exits 0 only for a whole file signed in its time by one of the keys given;
 * whether it was revoked since, only the office's site can say.
 */
export async function verifyCertificateFile(
  asked: { readonly file: string; readonly keys: string | null },
  out: Out,
): Promise<void> {
  const bytes = await readFile(asked.file).catch(() =>
    refusal('cli.certificate-unreadable', { file: asked.file }),
  )
  const verdict = await verifyFile(bytes, asked.keys === null ? [] : await keysIn(asked.keys))
  const answer = { json: verdict, lines: linesOf(verdict) }
  if (verdict.answer === 'genuine') print(out, answer)
  else fail(out, answer)
}

async function keysIn(path: string): Promise<IssuerKey[]> {
  try {
    const issuer = issuerFile.parse(JSON.parse(await readFile(path, 'utf8')))
    return issuer.verificationMethod as unknown as IssuerKey[]
  } catch {
    return refusal('cli.keys-unreadable', { file: path })
  }
}

const SAYS: Readonly<Record<FileVerdict['answer'], string>> = {
  genuine:
    '属实：文件完好，由公布的密钥在其有效期内签名 (genuine: whole, signed by a published key)',
  unsigned:
    '文件内没有签名，不能离线核验；请按编号在线核验 (no signature in it; verify its number online)',
  altered: '文件与签名不符，已被改动 (altered: the file is not what was signed)',
  'unknown-key':
    '文件完好，但签名密钥不在所给的公布密钥之中，不能认定由谁签发 (whole, but the keys given do not name its signer)',
  'key-ended': '签名时间不在密钥有效期内，不予采信 (signed outside the time of its key)',
  'key-revoked': '签名密钥已作废，不予采信 (the key that signed it was revoked)',
}

function linesOf(verdict: FileVerdict): string[] {
  if (!('credential' in verdict)) return [SAYS[verdict.answer]]
  const { credential: said, kid } = verdict
  const { name, certificateNumber, issuedOn } = said.credentialSubject
  const lines = [
    SAYS[verdict.answer],
    `编号 ${certificateNumber}　持证单位 ${name}　${zh(said.name)}　${issuedOn}`,
    `签发 ${zh(said.issuer.name)}　密钥 ${kid}`,
  ]
  const where = said.issuer.id
  if (verdict.answer === 'unknown-key') {
    return [
      ...lines,
      `从 ${where} 取得公布的密钥后，用 --keys 指明 (fetch the keys there, pass them with --keys)`,
    ]
  }
  return [...lines, `是否已取消：${said.id} (whether it was revoked since)`]
}

const zh = (said: readonly { readonly '@value': string }[]) => said[0]?.['@value'] ?? ''
