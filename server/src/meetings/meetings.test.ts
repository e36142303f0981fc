import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  anotherApplicant,
  type CaseOffice,
  openCaseOffice,
  useDocuments,
} from '../../testing/case-office.ts'
import { workflow } from '../../testing/case-workflow.ts'
import type { CaseId } from '../cases/index.ts'
import { listIssued } from '../documents/index.ts'
import {
  addDays,
  listRecord,
  type PersonActor,
  Refusal,
  reader,
  verifyRecord,
} from '../kernel/index.ts'
import { type MeetingId, meetings, type Vote } from './index.ts'

useDocuments()

const REASON = '材料真实完整，同意列入拟认定名单。'

let at: CaseOffice
let caseId: CaseId
let third: PersonActor
let id: MeetingId

const by = <T>(actor: PersonActor, work: Parameters<CaseOffice['zone']['writing']>[1]) =>
  at.zone.writing(actor, work) as Promise<T>
const vote = (actor: PersonActor, given: Vote) =>
  by(actor, (tx) => meetings.vote(tx, { id, caseId, vote: given }))
const close = (follows: 'deliberate' | 'send-back' | 'leave', actor = at.city) =>
  by(actor, (tx) => meetings.closeItem(tx, { id, caseId, follows, reason: REASON }))
const present = (...people: PersonActor[]) =>
  by(at.city, (tx) => meetings.attend(tx, { id, present: people.map(({ person }) => person) }))
const stage = async () => (await at.view(at.city, caseId)).stage

async function convene(
  quorum = 2,
  cases: readonly CaseId[] = [caseId],
  heldOn = at.zone.clock.today(),
): Promise<MeetingId> {
  const people = [at.city, at.signer, third].map(({ person }) => person)
  return by(at.city, (tx) =>
    meetings.convene(tx, {
      ...{ title: '2026年第一次审议会', heldOn, at: '10:00', place: '三楼会议室' },
      ...{ chair: at.signer.person, members: people, quorum, cases },
    }),
  )
}

beforeEach(async () => {
  at = await openCaseOffice()
  third = await at.zone.anOfficer({ duties: ['handle'], name: '市经办二' })
  caseId = await at.aCaseAt('reviewed')
  id = await convene()
})

describe('a deliberation meeting 审议会', () => {
  test('passes a case by more than half, prints minutes the party does not see, then is closed', async () => {
    await present(at.city, at.signer, third)
    await vote(at.city, 'for')
    await vote(at.signer, 'for')
    await expect(close('deliberate')).rejects.toMatchObject({ code: 'meeting.votes-missing' })
    await vote(third, 'abstain')
    await expect(close('send-back')).rejects.toMatchObject({ code: 'meeting.against-vote' })
    await close('deliberate')
    expect(await stage()).toBe('deliberated')
    await by(at.city, (tx) => meetings.close(tx, { id, settled: '列入拟认定名单并公示。' }))
    const view = await at.zone.reading(at.signer, (tx) => meetings.view(tx, id))
    expect(view.items[0]?.closed).toMatchObject({
      yes: 2,
      no: 0,
      abstained: 1,
      entitled: 3,
      follows: 'deliberate',
    })
    const file = await at.zone.reading(at.city, (tx) => meetings.minutes(tx, id))
    expect(file.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const inFile = async (actor: PersonActor) =>
      (await at.zone.reading(actor, (tx) => meetings.minutesOf(tx, caseId))).map(({ path }) => path)
    expect(await inFile(at.city)).toEqual([expect.stringMatching(/^meetings\/2026-.+纪.+[.]pdf$/)])
    expect(await inFile(at.applicant)).toEqual([])
    const issued = (actor: PersonActor) =>
      at.zone.reading(actor, (tx) => listIssued(tx, { kind: 'meeting', id }))
    expect([(await issued(at.city)).length, (await issued(at.applicant)).length]).toEqual([1, 0])
    const { documents } = await at.view(at.applicant, caseId)
    expect(documents.map(({ kind }) => kind)).not.toContain('minutes')
    await expect(present(at.city)).rejects.toMatchObject({ code: 'meeting.closed' })
    expect(await at.zone.asSystem(verifyRecord)).toMatchObject({ intact: true })
  })

  test('a tie does not pass; the case may go one step back', async () => {
    await present(at.city, at.signer)
    await vote(at.city, 'for')
    await vote(at.signer, 'against')
    await expect(close('deliberate')).rejects.toMatchObject({ code: 'meeting.against-vote' })
    await close('send-back')
    expect(await stage()).toBe('recommended')
  })

  test('without a quorum nothing is settled, and the item can only be left', async () => {
    await present(at.city)
    await vote(at.city, 'for')
    await expect(close('deliberate')).rejects.toMatchObject({
      code: 'meeting.quorum-missing',
      params: { quorum: 2, entitled: 1 },
    })
    await close('leave')
    expect(await stage()).toBe('reviewed')
  })

  test('who is recused has no vote, a vote before does not count, and the quorum is of the others', async () => {
    await present(at.city, at.signer, third)
    await vote(third, 'for')
    const recuse = () =>
      by(third, (tx) => meetings.recuse(tx, { id, caseId, reason: '配偶在该单位任职。' }))
    await recuse()
    await expect(recuse()).rejects.toMatchObject({ code: 'meeting.recused' })
    await vote(at.city, 'for')
    await vote(at.signer, 'against')
    await expect(close('deliberate')).rejects.toMatchObject({ code: 'meeting.against-vote' })
    await expect(present(at.city, third)).rejects.toMatchObject({
      code: 'meeting.voter-leaves-conflict',
      params: { names: '市签发' },
    })
    // Who is recused may leave the room: no vote of theirs counts.
    await present(at.city, at.signer)
    await close('send-back')
    const view = await at.zone.reading(at.city, (tx) => meetings.view(tx, id))
    const there = [at.city, at.signer].map(({ person }) => person)
    expect(view.items[0]?.closed).toMatchObject({ yes: 1, no: 1, present: there })
  })

  test('a chair or secretary who is recused leads the item no more', async () => {
    await present(at.city, at.signer, third)
    const recuse = (actor: PersonActor) =>
      by(actor, (tx) => meetings.recuse(tx, { id, caseId, reason: '曾任该单位顾问。' }))
    await recuse(at.city)
    const forThird = (actor: PersonActor) =>
      by(actor, (tx) => meetings.vote(tx, { id, caseId, vote: 'for', person: third.person }))
    const mine = { code: 'meeting.led-recused' }
    await expect(forThird(at.city)).rejects.toMatchObject(mine)
    await forThird(at.signer)
    await vote(at.signer, 'for')
    await expect(close('deliberate')).rejects.toMatchObject(mine)
    await expect(close('leave')).rejects.toMatchObject(mine)
    await recuse(at.signer)
    await expect(close('deliberate')).rejects.toMatchObject(mine)
    await close('leave')
  })

  test('nothing is noted before the day it was convened for', async () => {
    const later = addDays(at.zone.clock.today(), 3)
    id = await convene(2, [caseId], later)
    const early = { code: 'meeting.not-yet', params: { on: later } }
    await expect(present(at.city, at.signer)).rejects.toMatchObject(early)
    await expect(vote(at.city, 'for')).rejects.toMatchObject(early)
    await expect(close('leave')).rejects.toMatchObject(early)
    at.zone.setToday(later)
    await present(at.city, at.signer)
  })

  test('one vote each, by those present; others speak for nobody but themselves', async () => {
    await present(at.city, at.signer)
    await vote(at.signer, 'for')
    await expect(vote(at.signer, 'against')).rejects.toMatchObject({ code: 'meeting.voted' })
    await expect(vote(third, 'for')).rejects.toMatchObject({ code: 'meeting.absent' })
    const forAnother = (actor: PersonActor, person: PersonActor) =>
      by(actor, (tx) => meetings.vote(tx, { id, caseId, vote: 'for', person: person.person }))
    await expect(forAnother(third, at.city)).rejects.toMatchObject({ code: 'meeting.led-by' })
    await expect(close('leave', third)).rejects.toMatchObject({ code: 'meeting.led-by' })
    await forAnother(at.signer, at.city)
    await expect(
      by(at.district, (tx) => meetings.attend(tx, { id, present: [] })),
    ).rejects.toMatchObject({
      code: 'identity.forbidden',
    })
  })

  test('votes and closings at once: each counts once', async () => {
    await present(at.city, at.signer)
    await vote(at.signer, 'for')
    const votes = await Promise.allSettled(Array.from({ length: 8 }, () => vote(at.city, 'for')))
    expect(votes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const closed = await Promise.allSettled(Array.from({ length: 8 }, () => close('deliberate')))
    expect(closed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const codes = closed.flatMap((one) =>
      one.status === 'rejected' ? [one.reason instanceof Refusal && one.reason.code] : [],
    )
    expect(new Set(codes)).toEqual(new Set(['meeting.item-closed']))
    const of = (subject: { kind: string; id: string }) =>
      at.zone.asSystem((tx) => listRecord(tx, subject))
    const acts = (await of({ kind: 'case', id: caseId })).filter(({ act }) => act === 'deliberate')
    const items = (await of({ kind: 'meeting', id })).filter(
      ({ act }) => act === 'meeting.close-item',
    )
    expect([acts.length, items.length]).toEqual([1, 1])
    const settled = '同意。'
    const ends = await Promise.allSettled(
      Array.from({ length: 4 }, () => by(at.city, (tx) => meetings.close(tx, { id, settled }))),
    )
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('the agenda takes cases that wait, the quorum is more than half, members are colleagues', async () => {
    await expect(convene(1)).rejects.toMatchObject({ code: 'meeting.quorum' })
    await expect(convene(4)).rejects.toMatchObject({ code: 'meeting.quorum' })
    const early = await workflow({ ...at, applicant: await anotherApplicant(at) }).aCaseAt('filed')
    await expect(convene(2, [early])).rejects.toMatchObject({ code: 'meeting.agenda' })
    third = at.district
    await expect(convene()).rejects.toMatchObject({ code: 'meeting.not-a-colleague' })
  })

  test('nobody but the office sees it, and the database keeps a closed one as it is', async () => {
    await expect(
      at.zone.reading(at.applicant, (tx) => meetings.view(tx, id)),
    ).rejects.toMatchObject({
      code: 'identity.forbidden',
    })
    await close('leave')
    await by(at.city, (tx) => meetings.close(tx, { id, settled: '另行审议。' }))
    const run = (text: string) =>
      at.zone.asSystem((tx) => sql.raw<{ n: bigint }>(text).execute(reader(tx) as never))
    const reopened = await run('update meetings set revision = 9 where closed_on is not null')
    expect(reopened.numAffectedRows).toBe(0n)
    await expect(run('delete from meetings')).rejects.toThrow('permission denied')
    await expect(run("update meetings set title = ''")).rejects.toThrow('permission denied')
  })
})
