import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aCaseFolder, aPdf, useDocuments } from '../../testing/documents.ts'
import { newId, sha256, VISITOR } from '../kernel/index.ts'
import {
  attach,
  letIn,
  listAttachments,
  openAttachment,
  openFolder,
  removeAttachment,
} from './index.ts'

const store = useDocuments()
const paper = { name: 'agreements', kinds: ['pdf'] } as const

describe('evidence', () => {
  test('is kept under its hash and comes back as it was', async () => {
    const { zone, applicant, subject, put } = await aCaseFolder()
    const kept = await put({ fileName: 'C:\\tmp\\协议.PDF' })
    expect(kept).toMatchObject({ name: '协议.pdf', media: 'application/pdf', size: 10 })
    expect(kept.sha256).toBe(sha256(aPdf('a')))
    const opened = await zone.reading(applicant, (tx) =>
      openAttachment(tx, { subject, id: kept.id }),
    )
    expect(opened).toEqual({ name: '协议.pdf', media: 'application/pdf', bytes: aPdf('a') })
  })

  test('is kept once for a paper, and its content once for all', async () => {
    const { zone, applicant, subject, put } = await aCaseFolder()
    const first = await put()
    expect(await put({ fileName: '再传一次.pdf' })).toEqual(first)
    await put({ paper: { name: 'lease', kinds: ['pdf', 'image'] } })
    const listed = await zone.reading(applicant, (tx) => listAttachments(tx, subject))
    expect(listed.map((one) => one.paper)).toEqual(['agreements', 'lease'])
    expect(await readdir(join(store.directory, first.sha256.slice(0, 2)))).toContain(first.sha256)
  })

  test.each([
    ['an empty file', Buffer.alloc(0), 'documents.empty-file'],
    ['a file above 20 MB', Buffer.alloc(20 * 1024 * 1024 + 1, '%PDF-'), 'documents.file-too-large'],
    ['a program named .pdf', Buffer.from('4d5a9000030000000400', 'hex'), 'documents.wrong-kind'],
  ])('%s is refused and leaves nothing behind', async (_, bytes, code) => {
    const { zone, applicant, subject, put } = await aCaseFolder()
    await expect(put({ bytes })).rejects.toMatchObject({ code, fields: ['file'] })
    expect(await zone.reading(applicant, (tx) => listAttachments(tx, subject))).toEqual([])
  })

  test('a kind that the paper does not allow is refused, with the kinds that it does', async () => {
    const { put } = await aCaseFolder()
    await expect(put({ paper: { name: 'photos', kinds: ['image'] } })).rejects.toMatchObject({
      code: 'documents.wrong-kind',
      params: { kinds: ['image'] },
    })
  })

  test('what was changed on the disk is not shown', async () => {
    const { zone, applicant, subject, put } = await aCaseFolder()
    const kept = await put({ bytes: aPdf('will be damaged') })
    await writeFile(join(store.directory, kept.sha256.slice(0, 2), kept.sha256), 'something else')
    const open = zone.reading(applicant, (tx) => openAttachment(tx, { subject, id: kept.id }))
    await expect(open).rejects.toMatchObject({ code: 'documents.file-damaged' })
  })

  test('taken back, it is off the list but not gone; only the party takes it back', async () => {
    const { zone, applicant, district, subject, put } = await aCaseFolder()
    const kept = await put()
    const remove = (actor: typeof applicant) =>
      zone.writing(actor, (tx) => removeAttachment(tx, { subject, id: kept.id }))
    await expect(remove(district)).rejects.toMatchObject({ code: 'documents.not-yours' })
    await remove(applicant)
    await remove(applicant)
    expect(await zone.reading(applicant, (tx) => listAttachments(tx, subject))).toEqual([])
    const opened = await zone.reading(district, (tx) =>
      openAttachment(tx, { subject, id: kept.id }),
    )
    expect(opened.bytes).toEqual(aPdf('a'))
    expect((await put()).id).not.toBe(kept.id)
  })

  test('is seen by party, office in charge, city and the expert let in; by nobody else', async () => {
    const { zone, applicant, district, city, subject, put } = await aCaseFolder()
    const kept = await put()
    const expert = await zone.anExpert()
    const others = [await zone.anApplicant(), await zone.anOfficer({ district: '650104' }), VISITOR]
    const count = async (actor: Parameters<typeof zone.reading>[0]) =>
      (await zone.reading(actor, (tx) => listAttachments(tx, subject))).length
    expect(await count(expert)).toBe(0)
    await zone.writing(city, (tx) => letIn(tx, { subject, person: expert.person }))
    expect(await Promise.all([applicant, district, city, expert].map(count))).toEqual([1, 1, 1, 1])
    expect(await Promise.all(others.map(count))).toEqual([0, 0, 0])
    const open = zone.reading(VISITOR, (tx) => openAttachment(tx, { subject, id: kept.id }))
    await expect(open).rejects.toMatchObject({ code: 'documents.file-not-found' })
  })

  test('nobody puts files into a folder that is not theirs, or lets themself in', async () => {
    const { zone, district, subject } = await aCaseFolder()
    const input = { subject, paper, fileName: 'a.pdf', bytes: aPdf('b') }
    const stranger = await zone.anApplicant()
    const expert = await zone.anExpert()
    await expect(zone.writing(stranger, (tx) => attach(tx, input))).rejects.toMatchObject({
      code: 'documents.folder-not-found',
    })
    await expect(zone.writing(district, (tx) => attach(tx, input))).rejects.toThrow(
      'row-level security',
    )
    const sneak = zone.writing(expert, (tx) => letIn(tx, { subject, person: expert.person }))
    await expect(sneak).rejects.toThrow('row-level security')
    const publish = { subject: { kind: 'notice', id: newId() }, published: true }
    await expect(zone.writing(stranger, (tx) => openFolder(tx, publish))).rejects.toThrow(
      'row-level security',
    )
  })
})
