import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { aCaseFolder, useDocuments } from '../../testing/documents.ts'
import { openZone } from '../../testing/index.ts'
import { type PartyId, reader, VISITOR, type WriteTx } from '../kernel/index.ts'
import {
  issueCertificate,
  letIn,
  revokeCertificate,
  type Subject,
  verifyCertificate,
} from './index.ts'
import type { NewCertificate } from './letter.ts'

useDocuments()

const words = (zh: string) => ({ zh, en: `${zh} (en)` })

const TABLES = [
  'folders',
  'folder_people',
  'attachments',
  'issued',
  'certificates',
  'signing_keys',
] as const

describe('certificates', () => {
  const certify = (subject: Subject, party: PartyId) => (tx: WriteTx) =>
    issueCertificate(tx, {
      subject,
      party,
      prefix: '离孵',
      holder: `启航孵化器𬭎${'超长名称'.repeat(30)}`,
      holderEn: 'A #very $long$ English Name '.repeat(8),
      creditCode: '91650104MA7TXT013P',
      title: words('离岸孵化器'),
      measure: words('国际孵化器管理办法'),
      pack: { key: 'a-pack', version: '1' },
      cite: '第8条(四)',
      issuedBy: words('市科技局'),
      decidedOn: '2025-03-17' as NewCertificate['decidedOn'],
    })

  test('are numbered without a gap within prefix and year', async () => {
    const { zone, city, subject, party } = await aCaseFolder()
    const issued = [
      await zone.writing(city, certify(subject, party)),
      await zone.writing(city, certify(subject, party)),
    ]
    zone.setToday('2026-01-05')
    issued.push(await zone.writing(city, certify(subject, party)))
    expect(issued.map((one) => one.number)).toEqual([
      '离孵〔2025〕001号',
      '离孵〔2025〕002号',
      '离孵〔2026〕001号',
    ])
    expect(new Set(issued.map((one) => one.hash)).size).toBe(3)
  })

  test('answer anyone: valid, revoked with day and article, or unknown', async () => {
    const { zone, city, subject, party } = await aCaseFolder()
    const { number, hash: printed } = await zone.writing(city, certify(subject, party))
    const ask = (of: string) => zone.reading(VISITOR, (tx) => verifyCertificate(tx, of))
    expect(await ask(number)).toMatchObject({
      answer: 'valid',
      pack: { key: 'a-pack', version: '1' },
      hash: printed,
      issuedOn: '2025-03-18',
    })
    expect(await ask(' 离孵[2025] 001号')).toMatchObject({ answer: 'valid', number })
    expect(await ask('离孵〔2025〕999号')).toEqual({
      answer: 'unknown',
      number: '离孵〔2025〕999号',
    })
    zone.setToday('2025-09-01')
    const revocation = { number, cite: '第11条', reason: '申报资料弄虚作假' }
    await zone.writing(city, (tx) => revokeCertificate(tx, revocation))
    expect(await ask(number)).toMatchObject({
      answer: 'revoked',
      revokedOn: '2025-09-01',
      revokedCite: '第11条',
      revokedReason: '申报资料弄虚作假',
    })
  })

  test('are revoked once, and only by the zone', async () => {
    const { zone, city, applicant, subject, party } = await aCaseFolder()
    const { number } = await zone.writing(city, certify(subject, party))
    const revocation = { number, cite: '第11条', reason: '造假' }
    const revoke = (actor: typeof city) =>
      zone.writing(actor, (tx) => revokeCertificate(tx, revocation))
    await expect(revoke(applicant)).rejects.toMatchObject({
      code: 'documents.certificate-not-found',
    })
    await revoke(city)
    await expect(revoke(city)).rejects.toMatchObject({ code: 'documents.certificate-closed' })
  })
})

describe('the walls of the documents room', () => {
  test('another zone sees none of it, and nothing is deleted', async () => {
    const { zone: here, city, subject, party, put } = await aCaseFolder()
    const there = await openZone()
    await put()
    await here.writing(city, async (tx) => {
      await letIn(tx, { subject, person: city.person })
      await issueCertificate(tx, {
        ...{ subject, party, prefix: '孵', holder: '企业', creditCode: null, cite: '第8条' },
        ...{ title: words('孵化器'), measure: words('办法'), issuedBy: words('局') },
        pack: { key: 'a-pack', version: '1' },
        decidedOn: tx.today,
      })
    })
    const run = (zone: typeof here, statement: string) =>
      zone.asSystem((tx) => sql.raw<{ n: bigint }>(statement).execute(reader(tx) as never))
    for (const table of TABLES) {
      const count = `select count(*) as n from ${table}`
      expect([table, (await run(here, count)).rows]).toEqual([table, [{ n: 1n }]])
      expect((await run(there, count)).rows).toEqual([{ n: 0n }])
      await expect(run(here, `delete from ${table}`)).rejects.toThrow('permission denied')
    }
    for (const attempt of [
      "attachments set sha256 = ''",
      "certificates set holder = ''",
      "signing_keys set public_key = ''",
    ]) {
      await expect(run(here, `update ${attempt}`)).rejects.toThrow('permission denied')
    }
  })
})
