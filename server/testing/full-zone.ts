import { join } from 'node:path'
import { type CaseId, changes, clocks, filters, objections, sanctions } from '../src/cases/index.ts'
import { consultations } from '../src/consultations/index.ts'
import { openDocuments } from '../src/documents/index.ts'
import { secretBox } from '../src/identity/index.ts'
import { addDays, anchorRecord, day, deliverEvents, VISITOR } from '../src/kernel/index.ts'
import { meetings } from '../src/meetings/index.ts'
import { deliverDue, outboxHandlers, webhooks } from '../src/outbox/index.ts'
import { anotherApplicant, type CaseOffice, openCaseOffice } from './case-office.ts'
import { workflow } from './case-workflow.ts'
import type { Zone } from './zone.ts'

const TEXT = '依据查明的事实和听取的意见办理。'
/** One white pixel. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)
const DRAFT =
  '科技企业培育办法（征求意见稿）\n第一条 为了培育科技企业，制定本办法。\n第二条 本办法自印发之日起施行。\n'

/**
 * A zone in which a little of everything has happened, with its files and anchors in a home folder:
 * a recognition with a change report and a sanction imposed and lifted, a case that came through a
 * meeting to a notice with an objection, a suspended limit, a consultation, a webhook with messages.
 */
export async function aFullZone(home: string): Promise<Zone> {
  const desk = await openDocuments({
    directory: join(home, 'files'),
    keys: join(home, 'keys'),
    verifyAt: 'https://example.invalid/v/',
    demo: true,
  })
  try {
    const at = await openCaseOffice()
    const anchor = () => at.zone.asSystem((tx) => anchorRecord(tx, join(home, 'anchors')))
    await hears(at)
    await consults(at)
    const other = await anotherApplicant(at)
    const second = workflow({ ...at, applicant: other })
    const met = await second.aCaseAt('reviewed')
    await meets(at, met)
    const certified = await at.aCaseAt('certified')
    await anchor()
    await objects(at, met, await second.publicise(met))
    await pauses(at, met)
    await changesSomething(at, certified)
    await sanctioned(at, certified)
    await deliverEvents(at.zone.kernel, outboxHandlers('https://banfa.example'))
    await deliverDue(at.zone.kernel, {})
    await anchor()
    return at.zone
  } finally {
    await desk.close()
  }
}

async function hears({ zone, city }: CaseOffice): Promise<void> {
  const administrator = await zone.anOfficer({ duties: ['administer'], name: '系统管理员' })
  const box = secretBox(Buffer.alloc(32, 3))
  const hook = { title: '平台', url: 'https://hooks.example/', kinds: ['case.certified'], box }
  await zone.writing(administrator, (tx) => webhooks.add(tx, hook))
  await zone.writing(city, (tx) =>
    filters.keep(tx, { name: '待审议', filter: { stage: 'reviewed' } }),
  )
}

async function consults({ zone, city, signer }: CaseOffice): Promise<void> {
  const id = await zone.writing(city, (tx) =>
    consultations.prepare(tx, {
      title: { zh: '就《科技企业培育办法（征求意见稿）》公开征求意见', en: 'Comments asked for' },
      draft: null,
      note: '一、为什么起草。二、主要内容。',
      contact: '市科技局法规处，0991-0000000',
      opensOn: tx.today,
      closesOn: addDays(tx.today, 30),
      shortened: null,
    }),
  )
  const file = { id, fileName: '草案.txt', bytes: Buffer.from(DRAFT) }
  await zone.writing(city, (tx) => consultations.handInDraft(tx, file))
  await zone.writing(signer, (tx) => consultations.publish(tx, id))
  const said = {
    id,
    article: '第2条',
    says: '施行日期应当明确。',
    name: '王某',
    contact: '13900000000',
  }
  const comment = await zone.writing(VISITOR, (tx) => consultations.comment(tx, said))
  const answer = { id, comments: [comment.id], outcome: 'adopted' as const, gist: '明确施行日期。' }
  await zone.writing(city, (tx) => consultations.answer(tx, { ...answer, reason: '已写明日期。' }))
}

async function meets({ zone, city, signer }: CaseOffice, caseId: CaseId): Promise<void> {
  const people = [city.person, signer.person]
  const id = await zone.writing(city, (tx) =>
    meetings.convene(tx, {
      ...{ title: '第一次审议会', heldOn: tx.today, at: '10:00', place: '三楼会议室' },
      ...{ chair: signer.person, members: people, quorum: 2, cases: [caseId] },
    }),
  )
  await zone.writing(city, (tx) => meetings.attend(tx, { id, present: people }))
  for (const member of [city, signer])
    await zone.writing(member, (tx) => meetings.vote(tx, { id, caseId, vote: 'for' }))
  const closing = { id, caseId, follows: 'deliberate' as const, reason: TEXT }
  await zone.writing(city, (tx) => meetings.closeItem(tx, closing))
  await zone.writing(city, (tx) => meetings.close(tx, { id, settled: '列入拟认定名单并公示。' }))
}

async function objects(
  { zone, city }: CaseOffice,
  caseId: CaseId,
  noticeId: Parameters<typeof objections.lodge>[1]['noticeId'],
): Promise<void> {
  const said = { name: '张三', contact: '13900000000', grounds: '面积与公示内容不符，附照片。' }
  const { number, key } = await zone.writing(VISITOR, (tx) =>
    objections.lodge(tx, { noticeId, caseId, ...said }),
  )
  const [listed] = await zone.reading(city, (tx) => objections.list(tx))
  if (!listed) throw new Error('the objection is not listed')
  const { id: objection } = listed
  const asked = { caseId, objection, says: '请补充转租合同。', days: 5 }
  await zone.writing(city, (tx) => objections.ask(tx, asked))
  await zone.asSystem((tx) => objections.add(tx, { number, key, says: '转租合同见附件。' }))
  await zone.writing(city, (tx) =>
    objections.answer(tx, { caseId, objection, upheld: false, reason: '经实地核查，面积相符。' }),
  )
}

async function pauses({ zone, city }: CaseOffice, caseId: CaseId): Promise<void> {
  zone.setToday('2026-03-20')
  await zone.writing(city, (tx) => clocks.move(tx, 'suspend', { caseId, cause: '等待鉴定' }))
}

async function changesSomething(at: CaseOffice, caseId: CaseId): Promise<void> {
  const { zone, applicant, district, city } = at
  const changeId = await zone.writing(applicant, (tx) =>
    changes.report(tx, {
      caseId,
      kind: 'name',
      plannedOn: day('2026-05-10'),
      said: TEXT,
      why: null,
    }),
  )
  const of = { caseId, changeId }
  zone.setToday('2026-05-12')
  const photo = { ...of, fileName: 'place.png', bytes: PHOTO }
  await zone.writing(district, (tx) => changes.photograph(tx, photo))
  const visit = { visitedOn: day('2026-05-12'), remote: false, asReported: true, found: TEXT }
  await zone.writing(district, (tx) => changes.verify(tx, { ...of, ...visit }))
  await zone.writing(applicant, (tx) => changes.file(tx, { ...of, said: TEXT }))
  const settled = { ...of, effect: 'altered' as const, alters: 'name' as const, reason: TEXT }
  await zone.writing(city, (tx) => changes.settle(tx, { ...settled, became: '丝路启航（集团）' }))
}

async function sanctioned(at: CaseOffice, caseId: CaseId): Promise<void> {
  const { zone, applicant, city, signer } = at
  const sanctionId = await zone.writing(city, (tx) =>
    sanctions.propose(tx, { caseId, sanction: 'fraud', grounds: TEXT, foundOn: tx.today }),
  )
  const of = { caseId, sanctionId }
  await zone.writing(applicant, (tx) => sanctions.acknowledge(tx, of))
  await zone.writing(applicant, (tx) =>
    sanctions.answer(tx, { ...of, statement: TEXT, hearing: false }),
  )
  // The party's time to answer has run out.
  zone.setToday('2026-05-20')
  await zone.writing(signer, (tx) => sanctions.decide(tx, { ...of, impose: true, reason: TEXT }))
  await zone.writing(signer, (tx) => sanctions.lift(tx, { ...of, reason: TEXT, cite: '第3条' }))
}
