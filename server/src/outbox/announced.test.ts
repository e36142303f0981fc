import { describe, expect, test } from 'vitest'
import { type CaseOffice, openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { WAYS } from '../../testing/every-act.ts'
import { withClient } from '../kernel/database/index.ts'
import { deliverEvents, type PersonActor } from '../kernel/index.ts'
import { KINDS, outbox, outboxHandlers, ownNotifications } from './index.ts'

useDocuments()

/** Announced where a measure lets silence count; the measure of these ways does not. */
const BY_SILENCE = ['case.deemed-accepted', 'case.lapsed']

const EXPERTS = /专家[甲乙丙丁]/

/** Everybody of the office has confirmed an address and agreed to be told of everything. */
async function agreedToAll(at: CaseOffice): Promise<void> {
  const { applicant, district, otherDistrict, city, signer, experts } = at
  const kinds = KINDS.map(({ name }) => name)
  for (const person of [applicant, district, otherDistrict, city, signer, ...experts]) {
    await at.zone.writing(person, (tx) => ownNotifications.choose(tx, { kinds, language: 'zh' }))
  }
  await rowsOf(at, "update notification_addresses set address = person_id || '@x.example' where")
}

function rowsOf(at: CaseOffice, statement: string): Promise<Readonly<Record<string, string>>[]> {
  return withClient(at.zone.adminUrl, async (client) => {
    const { rows } = await client.query(`${statement} zone_id = $1`, [at.zone.id])
    return rows
  })
}

async function told(at: CaseOffice) {
  await deliverEvents(at.zone.kernel, outboxHandlers('https://banfa.example'))
  return rowsOf(at, 'select kind, person_id, subject, body from outgoing_messages where')
}

describe('every kind', () => {
  const announced = new Set<string>()

  test.each(Object.entries(WAYS))('is told on the way of %s', async (_, walk) => {
    const at = await openCaseOffice()
    await agreedToAll(at)
    await walk(at)
    const messages = await told(at)
    for (const { kind } of messages) announced.add(kind ?? '')
    const experts = new Set<string>(at.experts.map(({ person }) => person))
    for (const { kind, person_id: person = '', subject, body } of messages) {
      expect(`${subject} ${body}`).not.toMatch(EXPERTS)
      expect(experts.has(person)).toBe(kind === 'case.experts-assigned')
    }
  })

  test('is announced by an act of the office or by its clock', () => {
    const told = [...announced, ...BY_SILENCE]
    expect(KINDS.map(({ name }) => name).filter((name) => !told.includes(name))).toEqual([])
  })
})

describe('an expert', () => {
  test('is told that there is something to judge, not which case, and nobody else is told who', async () => {
    const at = await openCaseOffice()
    await agreedToAll(at)
    await at.aCaseAt('reviewed')
    const messages = (await told(at)).filter(({ kind }) => kind === 'case.experts-assigned')
    const people = new Set(at.experts.slice(0, 3).map(({ person }) => person as string))
    expect(new Set(messages.map((one) => one.person_id))).toEqual(people)
    for (const { subject, body } of messages) {
      expect(subject).toBe('有申报件分派您评审')
      expect(body).not.toMatch(/\d{4}|〔/)
    }
    const administrator = await at.zone.anOfficer({ duties: ['administer'] })
    const listed = await listedTo(at, administrator)
    expect(listed.filter(({ kind }) => kind === 'case.experts-assigned')).toEqual(
      messages.map(() => expect.objectContaining({ to: '•••' })),
    )
  })
})

async function listedTo(at: CaseOffice, by: PersonActor) {
  return (await at.zone.reading(by, (tx) => outbox.list(tx, {}))).rows
}
