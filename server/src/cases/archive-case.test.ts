import { buffer } from 'node:stream/consumers'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { type CaseOffice, openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { everythingHappens, GROUNDS, MORE } from '../../testing/every-act.ts'
import { type Actor, sha256, VISITOR } from '../kernel/index.ts'
import { type CaseId, objections, views } from './index.ts'

useDocuments()

async function unpacked({ zone }: CaseOffice, actor: Actor, id: CaseId) {
  const { name, stream } = await zone.reading(actor, (tx) => views.archive(tx, id))
  const zip = await JSZip.loadAsync(await buffer(stream))
  const parts = new Map<string, Buffer>()
  for (const file of Object.values(zip.files)) {
    if (!file.dir) parts.set(file.name, await file.async('nodebuffer'))
  }
  return { name, parts }
}

async function anOffice() {
  const office = await openCaseOffice()
  const id = await office.aCaseAt('certified')
  const unpack = (actor: Actor) => unpacked(office, actor, id)
  return { ...office, id, unpack }
}

async function withEverything() {
  const at = await openCaseOffice()
  return { ...at, id: await everythingHappens(at) }
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

  test('holds objections, changes and sanctions as far as the viewer may read them', async () => {
    const at = await withEverything()
    const { parts } = await unpacked(at, at.city, at.id)
    const textOf = (path: string) => String(parts.get(path))
    const objection = textOf('objections/01/异议.txt')
    for (const said of [GROUNDS, MORE, '异议不成立', '经实地核查'])
      expect(objection).toContain(said)
    const paths = [...parts.keys()]
    expect(paths).toContain('objections/01/papers/01 照片.pdf')
    expect(textOf('changes/01 变更报备.txt')).toContain('名称拟变更。')
    const sanction = textOf('sanctions/01 处理程序.txt')
    for (const said of ['租赁合同系伪造', '请核实合同原件', '陈述没有事实依据']) {
      expect(sanction).toContain(said)
    }
    for (const title of ['拟处理告知书', '处理决定书']) {
      expect(paths.some((path) => path.startsWith('documents/') && path.includes(title))).toBe(true)
    }
    const csv = textOf('index.csv')
    for (const path of paths.filter((one) => one.includes('/'))) expect(csv).toContain(path)
    const proofs = JSON.parse(textOf('proofs.json'))
    for (const path of paths.filter((one) => one !== 'proofs.json')) {
      expect(proofs.parts[path], path).toBe(sha256(parts.get(path) ?? ''))
    }
  })

  test('shows the party what was objected, and nobody by whom', async () => {
    const at = await withEverything()
    const { parts } = await unpacked(at, at.applicant, at.id)
    expect(String(parts.get('objections/01/异议.txt'))).toContain(GROUNDS)
    expect(
      String((await unpacked(at, at.city, at.id)).parts.get('objections/01/异议.txt')),
    ).not.toMatch(/李某某|13912345678/)
    for (const actor of [at.applicant, at.district, ...at.experts.slice(0, 3)]) {
      const all = (await unpacked(at, actor, at.id)).parts
      expect(
        [...all.keys()].filter((path) => /^objections.01.(papers|documents)/.test(path)),
      ).toEqual([])
      for (const [path, bytes] of all) {
        expect(String(bytes), path).not.toMatch(/李某某|13912345678|另附转租合同/)
      }
    }
  })
})
