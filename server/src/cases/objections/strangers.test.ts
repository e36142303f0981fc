import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCaseOffice } from '../../../testing/case-office.ts'
import { aPdf } from '../../../testing/case-workflow.ts'
import { type Daemon, EICAR, openClamd } from '../../../testing/clamd.ts'
import { openDocuments } from '../../documents/index.ts'
import { listRecordAfter, VISITOR } from '../../kernel/index.ts'
import { notices, objections } from '../index.ts'

// What somebody who holds nothing but a key may do to the office.

let clamd: Daemon
let directory: string
let close = async () => {}

beforeAll(async () => {
  clamd = await openClamd()
  directory = await mkdtemp(join(tmpdir(), 'banfa-strangers-'))
  const [keys, verifyAt] = [join(directory, 'keys'), 'https://example.invalid/v/']
  close = (await openDocuments({ directory, keys, verifyAt, demo: true, clamd: clamd.address }))
    .close
})
afterAll(async () => {
  await close()
  await rm(directory, { recursive: true, force: true })
})

async function objected() {
  const at = await openCaseOffice('2026-03-02')
  const caseId = await at.aCaseAt('deliberated')
  const notice = await at.zone.writing(at.city, (tx) =>
    notices.publicise(tx, { cases: [caseId], title: { zh: '拟认定公示', en: 'Notice' } }),
  )
  const said = {
    name: '李某某',
    contact: '13912345678',
    grounds: '所报场地有一部分转租，面积不实。',
  }
  const key = await at.zone.writing(VISITOR, (tx) =>
    objections.lodge(tx, { noticeId: notice.id, caseId, ...said }),
  )
  const put = (content: string) =>
    objections.attach(at.zone.kernel, { ...key, fileName: '照片.pdf', bytes: aPdf(content) })
  const onDisk = async () =>
    (await readdir(directory, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name))
  return { at, caseId, key, put, onDisk }
}

describe('a stranger with a key', () => {
  test('leaves no more on the disk than an objection holds', async () => {
    const { put, onDisk } = await objected()
    for (const content of ['1', '2', '3', '4', '5']) await put(content)
    const before = await onDisk()
    await put('1')
    for (const content of ['6', '7']) {
      await expect(put(content)).rejects.toMatchObject({ code: 'documents.paper-full' })
    }
    expect(await onDisk()).toEqual(before)
  })

  test('keeps nobody from the case while the scanner is at work', async () => {
    const { at, caseId, put, onDisk } = await objected()
    const before = (await onDisk()).length
    let answer = () => {}
    clamd.waitsFor(
      new Promise<void>((resolve) => {
        answer = resolve
      }),
    )
    const uploading = put('转租合同')
    const [row] = await at.zone.reading(at.city, (tx) => objections.list(tx))
    if (!row) throw new Error('no objection')
    const asked = { caseId, objection: row.id, says: '请补充转租合同。', days: 5 }
    await at.zone.writing(at.city, (tx) => objections.ask(tx, asked))
    answer()
    await uploading
    expect((await onDisk()).length).toBe(before + 1)
  })

  test('is refused what is dangerous, which is noted and names nobody', async () => {
    const { at, put } = await objected()
    await expect(put(EICAR)).rejects.toMatchObject({ code: 'documents.infected' })
    const entries = await at.zone.asSystem((tx) => listRecordAfter(tx, 0, 1000))
    const noted = entries.filter(({ act }) => act === 'upload.refuse')
    expect(noted).toMatchObject([{ detail: { of: { kind: 'objection' } } }])
    expect(JSON.stringify(noted)).not.toMatch(/李某某|13912345678/)
  })

  test('cannot add once it was answered while the paper was looked at', async () => {
    const { at, caseId, put, key } = await objected()
    let answer = () => {}
    clamd.waitsFor(
      new Promise<void>((resolve) => {
        answer = resolve
      }),
    )
    const uploading = put('补充材料')
    const [row] = await at.zone.reading(at.city, (tx) => objections.list(tx))
    if (!row) throw new Error('no objection')
    const answered = { caseId, objection: row.id, upheld: false, reason: '经核查，没有依据。' }
    await at.zone.writing(at.city, (tx) => objections.answer(tx, answered))
    answer()
    await expect(uploading).rejects.toMatchObject({ code: 'case.objection-already' })
    const { papers } = await at.zone.asSystem((tx) => objections.follow(tx, key))
    expect(papers).toEqual([])
  })
})
