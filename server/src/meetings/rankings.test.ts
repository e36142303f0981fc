import { describe, expect, test } from 'vitest'
import { type CaseOffice, openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { workflow } from '../../testing/case-workflow.ts'
import { acts, type CaseId, rankings } from '../cases/index.ts'
import { listOffices } from '../identity/index.ts'
import { withClient } from '../kernel/database/index.ts'
import { day } from '../kernel/index.ts'
import { recordFacts, registerParty } from '../registries/index.ts'
import { type MeetingId, meetings } from './index.ts'

useDocuments()

const RANKING = 'best-served'
const REASON = '服务台账完整，抽查属实。'
/** 信用代码 with right check digits, made up. */
const FIRMS = [
  ['甲山孵化器有限公司', '91659999MA7110268Y'],
  ['乙水孵化器有限公司', '91659999MA71894557'],
  ['丙木孵化器有限公司', '91659999MA7268647K'],
] as const

/** A call with one case a firm, each given these points by all three experts. */
async function reviewed(points: readonly number[]): Promise<{ at: CaseOffice; cases: CaseId[] }> {
  const at = await openCaseOffice('2026-03-02', { points: true })
  const cases: CaseId[] = []
  for (const [index, given] of points.entries())
    cases.push(await oneCase(at, FIRMS[index] as (typeof FIRMS)[number], given))
  return { at, cases }
}

async function oneCase(
  at: CaseOffice,
  [name, creditCode]: readonly [string, string],
  points: number,
) {
  const { zone, city } = at
  const party = await zone.asSystem(async (tx) => {
    const office = (await listOffices(tx)).find((one) => one.district === '650104')?.id ?? null
    const firm = { kind: 'enterprise' as const, name, creditCode, district: '650104', office }
    const { id } = await registerParty(tx, firm)
    await recordFacts(tx, {
      party: id,
      facts: [{ subject: 'party', name: 'registered-place', value: 'urumqi' }],
      source: { kind: 'register', title: { zh: '登记', en: 'Register' } },
      verifiedBy: '登记',
    })
    return id
  })
  const applicant = await zone.anApplicant({ parties: [party], name: `${name}经办` })
  const steps = workflow({ ...at, party, applicant })
  const caseId = await steps.aDraft({ floorArea: '420' })
  await steps.advance(caseId, 'draft', 'recommended')
  const panel = at.experts.slice(0, 3)
  await zone.writing(city, (tx) =>
    acts.assign(tx, { caseId, experts: panel.map(({ person }) => person) }),
  )
  for (const actor of panel)
    await zone.writing(actor, (tx) =>
      acts.judge(tx, {
        caseId,
        answers: [{ condition: 'cooperation', answer: 'met', reason: REASON }],
        scores: [{ value: 'service-points', points, reason: REASON }],
      }),
    )
  await zone.writing(city, (tx) => acts.concludeReview(tx, { caseId }))
  return caseId
}

async function aMeeting({ zone, city, signer }: CaseOffice, cases: readonly CaseId[]) {
  const members = [city.person, signer.person]
  const id = await zone.writing(city, (tx) =>
    meetings.convene(tx, {
      ...{ title: '排名审议', heldOn: day('2026-03-02'), at: '10:00', place: '三楼' },
      ...{ chair: city.person, members, quorum: 2, cases },
    }),
  )
  await zone.writing(city, (tx) => meetings.attend(tx, { id, present: members }))
  return id
}

const meant = (at: CaseOffice) => ({ call: at.call, ranking: RANKING })
const takeUp = (at: CaseOffice, id: MeetingId) =>
  at.zone.writing(at.city, (tx) => meetings.rank(tx, { id, ...meant(at) }))
const settle = (at: CaseOffice, id: MeetingId, of: { among: CaseId[]; chosen: CaseId[] }) =>
  at.zone.writing(at.city, (tx) =>
    meetings.settleTie(tx, { id, ...meant(at), ...of, reason: '就业带动较多，优先入围。' }),
  )
const replay = (at: CaseOffice) => at.zone.reading(at.city, (tx) => rankings.replay(tx, meant(at)))

async function standing(at: CaseOffice) {
  const [view] = await at.zone.reading(at.city, (tx) => rankings.view(tx, at.call))
  return view
}

const placesOf = (list: { rows: readonly { place: number | null; admission: string | null }[] }) =>
  list.rows.map(({ place, admission }) => `${place} ${admission}`)

// Three cases go the whole way to the end of their review.
describe('a ranking taken up by a meeting', { timeout: 120_000 }, () => {
  test('the best come in while a place is left, and a replay gives the same list', async () => {
    const { at, cases } = await reviewed([6, 9.5, 8])
    const before = await standing(at)
    expect(before?.frozen).toBeNull()
    expect(placesOf(before?.live ?? { rows: [] })).toEqual(['1 in', '2 in', '3 out'])
    const id = await aMeeting(at, cases)
    const { rankings: agenda } = await takeUp(at, id)
    const after = await standing(at)
    expect(after?.frozen).toMatchObject({ hash: agenda[0]?.hash, current: true })
    expect(after?.frozen?.rows.map(({ points }) => points)).toEqual(['9.5', '8', '6'])
    expect(await replay(at)).toMatchObject({ same: true, differs: [] })
  })

  test('equals at the edge wait for the meeting, which fills the places with its reason', async () => {
    const { at, cases } = await reviewed([9, 7, 7])
    const [, second, third] = cases as [CaseId, CaseId, CaseId]
    const id = await aMeeting(at, cases)
    const tie = { among: [second, third], chosen: [third] }
    await expect(settle(at, id, tie)).rejects.toMatchObject({
      code: 'meeting.ranking-not-taken-up',
    })
    await takeUp(at, id)
    const tied = await standing(at)
    expect(placesOf(tied?.frozen ?? { rows: [] })).toEqual(['1 in', '2 tied', '2 tied'])
    expect(tied?.frozen?.ties).toMatchObject([{ place: 2, left: 1 }])
    for (const chosen of [[], [second, third]])
      await expect(settle(at, id, { ...tie, chosen })).rejects.toMatchObject({
        code: 'case.tie-not-open',
      })
    await settle(at, id, tie)
    const { frozen } = (await standing(at)) ?? {}
    expect(frozen?.rows.find(({ caseId }) => caseId === third)?.admission).toBe('in')
    expect(frozen?.rows.find(({ caseId }) => caseId === second)?.admission).toBe('out')
    expect(frozen).toMatchObject({ reason: '就业带动较多，优先入围。', ties: [], current: true })
    expect(await replay(at)).toMatchObject({ same: true })
  })

  test('what happens later changes nothing of the list; a changed point is found', async () => {
    const { at, cases } = await reviewed([6, 9.5, 8])
    const [last] = cases as [CaseId, CaseId, CaseId]
    const id = await aMeeting(at, cases)
    await takeUp(at, id)
    await at.zone.writing(at.city, (tx) => acts.deliberate(tx, { caseId: last, reason: REASON }))
    expect(await replay(at)).toMatchObject({ same: true })
    await withClient(at.zone.adminUrl, (client) =>
      client.query(
        `update record_entries set detail = jsonb_set(detail, '{points,service-points}', '9.9')
         where zone_id = $1 and act = 'conclude-review' and subject_id = $2`,
        [at.zone.id, last],
      ),
    )
    const found = await replay(at)
    expect(found.same).toBe(false)
    expect(found.differs).toContainEqual(
      expect.objectContaining({
        caseId: last,
        frozen: { place: 3, points: '6', grade: 'fair', admission: 'out' },
        replayed: { place: 1, points: '9.9', grade: 'good', admission: 'in' },
      }),
    )
  })
})
