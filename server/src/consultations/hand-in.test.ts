import { beforeEach, describe, expect, test } from 'vitest'
import { aPdf, useDocuments } from '../../testing/documents.ts'
import { docxOf, paragraph } from '../../testing/docx.ts'
import { openZone, type Zone } from '../../testing/index.ts'
import { day, type PersonActor, VISITOR } from '../kernel/index.ts'
import type { ConsultationId } from './consultation.ts'
import { consultations } from './index.ts'

useDocuments()

const DRAFT = `科技企业培育办法（征求意见稿）
第一条 为了培育科技企业，制定本办法。
第二条 申报企业应当注册满一年。
第三条 本办法自印发之日起施行。
`

let zone: Zone
let handler: PersonActor
let signer: PersonActor
let id: ConsultationId

beforeEach(async () => {
  zone = await openZone()
  handler = await zone.anOfficer({ duties: ['handle'] })
  signer = await zone.anOfficer({ duties: ['decide'] })
  id = await zone.writing(handler, (tx) =>
    consultations.prepare(tx, {
      title: { zh: '就草案公开征求意见', en: 'Comments asked for' },
      ...{ draft: null, note: '', contact: '市科技局法规处', shortened: null },
      ...{ opensOn: day('2026-03-02'), closesOn: day('2026-04-01') },
    }),
  )
})

describe('what is handed in', () => {
  const handInNote = (fileName: string, bytes: Uint8Array) =>
    zone.writing(handler, (tx) => consultations.handInNote(tx, { id, fileName, bytes }))

  const handInDraft = (fileName: string, bytes: Uint8Array) =>
    zone.writing(handler, (tx) => consultations.handInDraft(tx, { id, fileName, bytes }))
  const view = (actor: PersonActor | typeof VISITOR) =>
    zone.reading(actor, (tx) => consultations.view(tx, id))

  test('a draft in Word is read into articles and published as it is, with a note in PDF', async () => {
    const lines = DRAFT.trim().split('\n')
    const docx = await docxOf(lines.map((line) => paragraph(line)).join(''))
    await handInDraft('草案.docx', docx)
    await handInNote('起草说明.pdf', aPdf())
    await zone.writing(signer, (tx) => consultations.publish(tx, id))
    const { articles, files } = await view(VISITOR)
    expect(articles.map(({ article }) => article)).toEqual(['第1条', '第2条', '第3条'])
    expect(files.map(({ of, name }) => [of, name])).toEqual([
      ['draft', '草案.docx'],
      ['note', '起草说明.pdf'],
    ])
    const file = files[0]?.id ?? ''
    const opened = await zone.reading(VISITOR, (tx) => consultations.file(tx, { id, file }))
    expect(Buffer.compare(opened.bytes, Buffer.from(docx))).toBe(0)
  })

  test('a note in plain text becomes the note; what is no document or has no articles is refused', async () => {
    await handInNote('起草说明.txt', Buffer.from('起草说明\n一、必要性。\n二、主要内容。'))
    const { note } = await view(handler)
    expect(note).toBe('起草说明\n一、必要性。\n二、主要内容。')
    await expect(handInNote('说明.exe', Buffer.from('MZ'))).rejects.toMatchObject({
      code: 'documents.wrong-kind',
    })
    await expect(handInDraft('通知.txt', Buffer.from('今天开会。'))).rejects.toMatchObject({
      code: 'consultation.no-articles',
    })
  })
})
