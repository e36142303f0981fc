import { buffer } from 'node:stream/consumers'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { sha256, VISITOR } from '../kernel/index.ts'
import { objections, views } from './index.ts'

useDocuments()

async function anOffice() {
  const office = await openCaseOffice()
  const id = await office.aCaseAt('certified')
  const unpack = async (actor: typeof office.applicant) => {
    const { name, stream } = await office.zone.reading(actor, (tx) => views.archive(tx, id))
    const zip = await JSZip.loadAsync(await buffer(stream))
    const parts = new Map<string, Buffer>()
    for (const file of Object.values(zip.files)) {
      if (!file.dir) parts.set(file.name, await file.async('nodebuffer'))
    }
    return { name, parts }
  }
  return { ...office, id, unpack }
}

describe('the archive of a case', () => {
  test('holds index, letters, papers, record, trace, and the true hash of every part', async () => {
    const { applicant, unpack } = await anOffice()
    const { name, parts } = await unpack(applicant)
    expect(name).toBe('案卷 申〔2026〕1号.zip')
    const proofs = JSON.parse(String(parts.get('proofs.json')))
    const hashes = [...parts]
      .filter(([path]) => path !== 'proofs.json')
      .map(([path, bytes]) => [path, sha256(bytes)])
    expect(proofs.parts).toEqual(Object.fromEntries(hashes))
    const titles = [...parts.keys()].filter((path) => path.startsWith('documents/'))
    for (const title of ['受理通知书', '认定决定书', '认定证书']) {
      expect(titles.some((path) => path.includes(title))).toBe(true)
    }
    expect([...parts.keys()].some((path) => path.startsWith('papers/'))).toBe(true)
    expect(proofs.seal.hash).toMatch(/^[0-9a-f]{64}$/)
    const record = JSON.parse(String(parts.get('record.json')))
    expect(record.map((act: { hash: string }) => act.hash)).toEqual(
      proofs.record.map((one: { hash: string }) => one.hash),
    )
  })

  test('names nobody who objected, even to the post that knows them', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aCaseAt('publicised')
    const { notice } = await at.view(at.city, caseId)
    if (!notice) throw new Error('on no notice')
    const said = { name: '李某某', contact: '13912345678', grounds: '所报场地有一部分转租。' }
    await at.zone.writing(VISITOR, (tx) =>
      objections.lodge(tx, { noticeId: notice.id, caseId, ...said }),
    )
    expect((await at.view(at.city, caseId)).objections).toMatchObject([{ name: '李某某' }])
    const { stream } = await at.zone.reading(at.city, (tx) => views.archive(tx, caseId))
    const zip = await JSZip.loadAsync(await buffer(stream))
    const texts = await Promise.all(
      ['case.json', 'record.json', 'index.html'].map((path) => zip.file(path)?.async('string')),
    )
    expect(texts.join()).toContain('所报场地有一部分转租')
    expect(texts.join()).not.toMatch(/李某某|13912345678/)
  })

  test('has an index for people and one for spreadsheets that name every file', async () => {
    const { applicant, unpack } = await anOffice()
    const { parts } = await unpack(applicant)
    const [html, csv] = [String(parts.get('index.html')), String(parts.get('index.csv'))]
    for (const path of [...parts.keys()].filter((one) => one.includes('/'))) {
      expect(csv).toContain(path)
      expect(html).toContain(path.split('/').map(encodeURIComponent).join('/'))
    }
  })

  test('is for those who may see the case, and holds no more than its page shows them', async () => {
    const { zone, applicant, district, id, unpack } = await anOffice()
    expect((await unpack(district)).parts.has('index.html')).toBe(true)
    const others = [VISITOR, await zone.anApplicant(), await zone.anOfficer({ district: '650109' })]
    for (const actor of others) {
      await expect(zone.reading(actor, (tx) => views.archive(tx, id))).rejects.toMatchObject({
        code: 'case.not-found',
      })
    }
    const shown = await zone.reading(applicant, (tx) => views.case(tx, id))
    const { parts } = await unpack(applicant)
    expect(JSON.parse(String(parts.get('case.json')))).toEqual(JSON.parse(JSON.stringify(shown)))
  })
})
