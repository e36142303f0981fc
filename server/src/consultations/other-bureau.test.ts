import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { aPdf, useDocuments } from '../../testing/documents.ts'
import { openZone, type Zone } from '../../testing/index.ts'
import { listAttachments } from '../documents/index.ts'
import { day, type PersonActor, reader, VISITOR, type WriteTx } from '../kernel/index.ts'
import type { ConsultationId } from './consultation.ts'
import { consultations } from './index.ts'

// What a bureau of the same city may do with a consultation that is another's.

useDocuments()

const DRAFT = '第一条 为了培育科技企业，制定本办法。\n第二条 本办法自印发之日起施行。'
const BOTH = ['handle', 'decide'] as const

let zone: Zone
let own: PersonActor
let other: PersonActor
let id: ConsultationId

beforeEach(async () => {
  zone = await openZone()
  own = await zone.anOfficer({ duties: BOTH })
  other = await zone.anOfficer({ office: 'finance-bureau', level: 'city', duties: BOTH })
  id = await zone.writing(own, (tx) =>
    consultations.prepare(tx, {
      title: { zh: '就草案公开征求意见', en: 'Comments asked for' },
      ...{ draft: null, note: '起草说明', contact: '市科技局法规处', shortened: null },
      ...{ opensOn: day('2026-03-02'), closesOn: day('2026-04-01') },
    }),
  )
})

const file = (fileName: string, bytes: Buffer) => ({ id, fileName, bytes })

async function published() {
  await zone.writing(own, async (tx) => {
    await consultations.handInDraft(tx, file('草案.txt', Buffer.from(DRAFT)))
    await consultations.publish(tx, id)
  })
  return zone.writing(VISITOR, (tx) =>
    consultations.comment(tx, {
      ...{ id, article: '第1条', says: '建议写明培育的对象。' },
      ...{ name: '热心市民王某', contact: '13900000000' },
    }),
  )
}

describe('another bureau of the city', () => {
  test('reads no comment, no name and no draft that is not published, behind the pages neither', async () => {
    const prepared = zone.reading(other, (tx) => consultations.view(tx, id))
    await expect(prepared).rejects.toMatchObject({ code: 'consultation.not-found' })
    await published()
    const asked = zone.reading(other, (tx) => consultations.comments(tx, id))
    await expect(asked).rejects.toMatchObject({ code: 'identity.forbidden' })
    const { rows } = await zone.reading(other, (tx) =>
      sql<{ n: bigint }>`select (select count(*) from consultation_comments)
        + (select count(*) from consultation_commenters) as n`.execute(reader(tx)),
    )
    expect(rows[0]?.n).toBe(0n)
    const { comments } = await zone.reading(own, (tx) => consultations.comments(tx, id))
    expect(comments.map(({ name }) => name)).toEqual(['热心市民王某'])
  })

  test('neither answers, sums up, changes nor erases anything', async () => {
    const { id: comment } = await published()
    zone.setToday('2026-04-02')
    const said = { gist: '写明对象。', outcome: 'adopted', reason: '已经写明。' } as const
    const tried: ((tx: WriteTx) => Promise<unknown>)[] = [
      (tx) => consultations.handInNote(tx, file('说明.txt', Buffer.from('另一份'))),
      (tx) => consultations.publish(tx, id),
      (tx) => consultations.answer(tx, { id, comments: [comment], ...said }),
      (tx) => consultations.publishSummary(tx, { id, remarks: '' }),
      (tx) => consultations.linkAdopted(tx, { id, pack: 'a', version: '1' }),
    ]
    for (const act of tried)
      await expect(zone.writing(other, act)).rejects.toMatchObject({ code: 'identity.forbidden' })
    const erase = zone.writing(other, (tx) => consultations.erase(tx, { id, comment, key: null }))
    await expect(erase).rejects.toMatchObject({ code: 'consultation.no-such-comment' })
    await zone.writing(own, (tx) => consultations.erase(tx, { id, comment, key: null }))
  })
})

test('what is handed in lies in a folder nobody outside reads before the publication', async () => {
  await zone.writing(own, (tx) => consultations.handInNote(tx, file('说明.pdf', aPdf('说明'))))
  const seen = async () =>
    (await zone.reading(VISITOR, (tx) => listAttachments(tx, { kind: 'consultation', id }))).length
  expect(await seen()).toBe(0)
  await published()
  expect(await seen()).toBe(1)
})

test('names are forgotten a year after the last day, though nobody ever summed up', async () => {
  await published()
  const names = async () => {
    await zone.asSystem(consultations.forgetDue)
    const { comments } = await zone.reading(own, (tx) => consultations.comments(tx, id))
    return comments.map(({ name }) => name)
  }
  zone.setToday('2027-04-01')
  expect(await names()).toEqual(['热心市民王某'])
  zone.setToday('2027-04-02')
  expect(await names()).toEqual([null])
})
