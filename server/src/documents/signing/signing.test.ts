import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { compactVerify, decodeJwt, importJWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { aCaseFolder, useDocuments } from '../../../testing/documents.ts'
import { VISITOR } from '../../kernel/index.ts'
import {
  issueCertificate,
  listSigningKeys,
  openIssued,
  readIssuer,
  readStatusList,
  revokeCertificate,
  revokeSigningKey,
  rotateSigningKey,
  verifyFile,
} from '../index.ts'
import type { NewCertificate } from '../letter.ts'

useDocuments()

const words = (zh: string) => ({ zh, en: `${zh} (en)` })

async function anOffice() {
  const folder = await aCaseFolder()
  const { zone, city, subject, party } = folder
  const certify = () =>
    zone.writing(city, (tx) =>
      issueCertificate(tx, {
        ...{
          subject,
          party,
          prefix: '离孵',
          holder: '启航孵化器有限公司',
          creditCode: '91650104MA7TXT013P',
        },
        ...{
          title: words('离岸孵化器'),
          measure: words('国际孵化器管理办法'),
          issuedBy: words('市科技局'),
        },
        pack: { key: 'a-pack', version: '1' },
        cite: '第8条(四)',
        decidedOn: '2025-03-17' as NewCertificate['decidedOn'],
      }),
    )
  const fileOf = async ({ document: id }: { document: never }) =>
    (await zone.reading(city, (tx) => openIssued(tx, { subject, id }))).bytes
  const keys = async () => (await zone.reading(VISITOR, readIssuer)).verificationMethod
  return { ...folder, certify, fileOf: (of: object) => fileOf(of as never), keys }
}

describe('a certificate’s file', () => {
  test('is verified from itself and the published keys, and says what it certifies', async () => {
    const { certify, fileOf, keys } = await anOffice()
    const { number, hash } = await certify().then(async (one) => ({
      ...one,
      file: await fileOf(one),
    }))
    const again = await certify()
    const verdict = await verifyFile(await fileOf(again), await keys())
    expect(verdict).toMatchObject({
      answer: 'genuine',
      credential: {
        credentialSubject: {
          name: '启航孵化器有限公司',
          certificateNumber: again.number,
          statementHash: again.hash,
        },
        credentialStatus: { statusListIndex: '1' },
      },
    })
    expect([number, hash]).not.toEqual([again.number, again.hash])
  })

  test('shows any byte that was changed, wherever it lies', async () => {
    const { certify, fileOf, keys } = await anOffice()
    const file = await fileOf(await certify())
    const published = await keys()
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = Buffer.from(file)
          changed.writeUInt8(changed.readUInt8(at) ^ by, at)
          expect((await verifyFile(changed, published)).answer).not.toBe('genuine')
        },
      ),
      {
        numRuns: 300,
        examples: [
          [file.length - 1, 1],
          [file.indexOf('\nendstream', file.lastIndexOf('%banfa')) - 1, 1],
        ],
      },
    )
  })

  test('shows what was added to it or cut off, and a statement moved to another page', async () => {
    const { certify, fileOf, keys } = await anOffice()
    const [file, other] = [await fileOf(await certify()), await fileOf(await certify())]
    const published = await keys()
    const verdictOf = async (bytes: Buffer) => (await verifyFile(bytes, published)).answer
    expect(await verdictOf(Buffer.concat([file, Buffer.from('\n')]))).toBe('altered')
    expect(await verdictOf(file.subarray(0, -1))).toBe('altered')
    const from = other.lastIndexOf('%banfa-credential')
    const own = file.lastIndexOf('%banfa-credential')
    expect(await verdictOf(Buffer.concat([file.subarray(0, own), other.subarray(from)]))).toBe(
      'altered',
    )
    expect(await verdictOf(file.subarray(0, own))).toBe('unsigned')
  })

  test('is genuine only for whoever knows the office’s keys', async () => {
    const { certify, fileOf } = await anOffice()
    const stranger = await anOffice()
    await stranger.certify()
    const verdict = await verifyFile(await fileOf(await certify()), await stranger.keys())
    expect(verdict.answer).toBe('unknown-key')
  })
})

describe('keys', () => {
  test('rotate: older certificates stay genuine, newer ones name the new key', async () => {
    const { zone, city, certify, fileOf, keys } = await anOffice()
    const before = await fileOf(await certify())
    zone.clock.advance(60)
    await zone.writing(city, rotateSigningKey)
    zone.clock.advance(60)
    const after = await fileOf(await certify())
    const published = await keys()
    const verdicts = await Promise.all([before, after].map((file) => verifyFile(file, published)))
    expect(verdicts.map(({ answer }) => answer)).toEqual(['genuine', 'genuine'])
    expect(new Set(verdicts.map((one) => 'kid' in one && one.kid)).size).toBe(2)
    expect(published.map((key) => key.expires !== undefined)).toEqual([false, true])
  })

  test('a key that signs after its end convinces nobody', async () => {
    const { zone, city, certify, fileOf, keys } = await anOffice()
    await certify()
    zone.clock.advance(60)
    const stolen = await fileOf(await certify())
    await zone.writing(city, rotateSigningKey)
    const published = (await keys()).map((key) => ({ ...key, expires: key.validFrom }))
    expect((await verifyFile(stolen, published)).answer).toBe('key-ended')
  })

  test('revoked, they take with them what they signed; the next certificate has another', async () => {
    const { zone, city, certify, fileOf, keys } = await anOffice()
    const file = await fileOf(await certify())
    const [key] = await zone.reading(city, listSigningKeys)
    const lost = { kid: key?.kid ?? '', reason: '密钥文件外泄' }
    await zone.writing(city, (tx) => revokeSigningKey(tx, lost))
    expect((await verifyFile(file, await keys())).answer).toBe('key-revoked')
    await expect(zone.writing(city, (tx) => revokeSigningKey(tx, lost))).rejects.toMatchObject({
      code: 'documents.key-not-found',
    })
    const next = await verifyFile(await fileOf(await certify()), await keys())
    expect(next).toMatchObject({ answer: 'genuine' })
    expect('kid' in next && next.kid).not.toBe(lost.kid)
  })

  test('are not made by those who may not certify', async () => {
    const { zone, applicant } = await anOffice()
    await expect(zone.writing(applicant, rotateSigningKey)).rejects.toThrow('row-level security')
  })
})

test('the status list sets the bit of the revoked certificate and of no other', async () => {
  const { zone, city, certify, keys } = await anOffice()
  const issued = [await certify(), await certify(), await certify()]
  const revocation = { number: issued[1]?.number ?? '', cite: '第11条', reason: '造假' }
  await zone.writing(city, (tx) => revokeCertificate(tx, revocation))
  const token = await zone.reading(VISITOR, (tx) => readStatusList(tx, 2025))
  const [key] = await keys()
  if (!key) throw new Error('no key')
  await compactVerify(token, await importJWK({ ...key.publicKeyJwk }))
  const { credentialSubject } = decodeJwt<{ credentialSubject: { encodedList: string } }>(token)
  const bits = gunzipSync(Buffer.from(credentialSubject.encodedList.slice(1), 'base64url'))
  expect(bits.length).toBe(16_384)
  expect(bits[0]).toBe(0b0100_0000)
  expect(bits.subarray(1).every((byte) => byte === 0)).toBe(true)
})
