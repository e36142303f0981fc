import { describe, expect, test } from 'vitest'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { actorOfPerson, rightsDesk, substitutes } from '../identity/index.ts'
import { day, listRecord, newId, type OfficeId, type PersonActor } from '../kernel/index.ts'
import { acts, delegations } from './index.ts'

useDocuments()

const TODAY = '2026-03-02'
const REASON = '赴外地开会，由同事代行。'

type At = Awaited<ReturnType<typeof openCaseOffice>>

/** The person as of the zone's day. */
async function nowOf({ zone }: At, { person }: PersonActor): Promise<PersonActor> {
  const actor = await zone.asSystem((tx) => actorOfPerson(tx, person))
  if (!actor) throw new Error('nobody')
  return actor
}

async function away(at: At, days: { from: string; until: string }, absent = at.signer) {
  const colleague = await at.zone.anOfficer({ duties: ['handle'], name: '代行同事' })
  const [post] = absent.posts
  if (!post) throw new Error('no post')
  await at.zone.writing(absent, (tx) =>
    substitutes.arrange(tx, {
      post: post.id,
      substitute: colleague.person,
      from: day(days.from),
      until: day(days.until),
      reason: REASON,
    }),
  )
  return { colleague, post }
}

const refusedWith = (code: string) => ({ code })

describe('代行: who acts in a post while its holder is away', () => {
  test('decides within the days, and the decision shows in whose place', async () => {
    const at = await openCaseOffice(TODAY)
    const caseId = await at.aCaseAt('proposed')
    const { today } = await at.zone.asSystem(async (tx) => ({ today: tx.today }))
    const { colleague } = await away(at, { from: today, until: '2026-12-31' })
    const before = at.zone.writing(colleague, (tx) => acts.decide(tx, { caseId, reason: REASON }))
    await expect(before).rejects.toMatchObject(refusedWith('identity.forbidden'))
    const substitute = await nowOf(at, colleague)
    await at.zone.writing(substitute, (tx) => acts.decide(tx, { caseId, reason: REASON }))
    const [last] = (await at.view(at.city, caseId)).acts.slice(-1)
    expect(last).toMatchObject({ act: 'decide', by: '代行同事', inPlaceOf: at.signer.name })
    const entries = await at.zone.reading(at.city, (tx) =>
      listRecord(tx, { kind: 'case', id: caseId }),
    )
    expect(entries.at(-1)?.as?.inPlaceOf).toMatchObject({ person: at.signer.person })
  })

  test('holds on its first and last day and on no other, and ends early when ended', async () => {
    const at = await openCaseOffice(TODAY)
    const { colleague } = await away(at, { from: '2026-03-10', until: '2026-03-12' })
    const held: string[] = []
    for (const today of ['2026-03-09', '2026-03-10', '2026-03-12', '2026-03-13']) {
      at.zone.setToday(today)
      const { posts } = await nowOf(at, colleague)
      if (posts.some(({ inPlaceOf }) => inPlaceOf)) held.push(today)
    }
    expect(held).toEqual(['2026-03-10', '2026-03-12'])
    at.zone.setToday('2026-03-11')
    const [one] = await at.zone.reading(at.signer, substitutes.list)
    if (!one) throw new Error('no substitution')
    await at.zone.writing(at.signer, (tx) => substitutes.end(tx, one.id))
    expect((await nowOf(at, colleague)).posts).toHaveLength(1)
  })

  test('is never oneself, never somebody of another office, never for another’s post', async () => {
    const at = await openCaseOffice(TODAY)
    const colleague = await at.zone.anOfficer({ duties: ['handle'] })
    const [post] = at.signer.posts
    const arranging = (actor: PersonActor, substitute: PersonActor, id = post?.id) =>
      at.zone.writing(actor, (tx) =>
        substitutes.arrange(tx, {
          post: id ?? newId(),
          substitute: substitute.person,
          from: day('2026-03-10'),
          until: day('2026-03-12'),
          reason: REASON,
        }),
      )
    await expect(arranging(at.signer, at.signer)).rejects.toMatchObject(
      refusedWith('identity.substitute-self-forbidden'),
    )
    await expect(arranging(at.signer, at.district)).rejects.toMatchObject(
      refusedWith('identity.substitute-elsewhere'),
    )
    const foreign = await arranging(colleague, at.city).catch((error) => error)
    const nobodys = await arranging(colleague, at.city, newId()).catch((error) => error)
    expect([foreign.code, foreign.params]).toEqual([nobodys.code, nobodys.params])
    expect(foreign.code).toBe('identity.post.not-found')
  })

  test('who proposed does not decide in another’s place either (two people decide)', async () => {
    const at = await openCaseOffice(TODAY)
    const caseId = await at.aCaseAt('publicised')
    await at.endWindow()
    const { today } = await at.zone.asSystem(async (tx) => ({ today: tx.today }))
    const { colleague } = await away(at, { from: today, until: '2026-12-31' })
    const substitute = await nowOf(at, colleague)
    await at.zone.writing(substitute, (tx) => acts.propose(tx, { caseId, reason: REASON }))
    const deciding = at.zone.writing(substitute, (tx) =>
      acts.decide(tx, { caseId, reason: REASON }),
    )
    await expect(deciding).rejects.toMatchObject(refusedWith('case.same-person-forbidden'))
  })

  test('an administrator’s post is nobody’s to fill', async () => {
    const at = await openCaseOffice(TODAY)
    const auditor = await at.zone.anOfficer({ duties: ['audit'], name: '审计' })
    const security = await at.zone.anOfficer({ duties: ['grant'], name: '安全' })
    const colleague = await at.zone.anOfficer({ duties: ['handle'] })
    const [post] = auditor.posts
    const arranging = at.zone.writing(security, (tx) =>
      substitutes.arrange(tx, {
        post: post?.id ?? newId(),
        substitute: colleague.person,
        from: day(TODAY),
        until: day('2026-12-31'),
        reason: REASON,
      }),
    )
    await expect(arranging).rejects.toMatchObject(refusedWith('identity.substitute-administrator'))
    expect((await nowOf(at, colleague)).posts.flatMap(({ duties }) => duties)).toEqual(['handle'])
  })
})

describe('委托书: a written delegation dates and narrows what the measure delegates (第4条)', () => {
  async function delegating() {
    const at = await openCaseOffice(TODAY, { delegated: ['assign'] })
    const security = await at.zone.anOfficer({ duties: ['grant'], name: '安全管理员' })
    const program = (await at.zone.asSystem((tx) => programOf(tx))).delegations.find(({ may }) =>
      may.includes('assign'),
    )
    if (!program) throw new Error('nothing is delegated')
    const [giver] = at.city.posts
    const [taker] = at.federation.posts
    if (!giver || !taker) throw new Error('no offices')
    const give = (traits: { acts?: string[]; districts?: string[]; to?: OfficeId } = {}) =>
      at.zone.writing(security, (tx) =>
        delegations.give(tx, {
          number: '乌科函〔2026〕12号',
          pack: 'small-measure',
          delegation: program.name,
          fromOffice: giver.office,
          toOffice: traits.to ?? taker.office,
          acts: traits.acts ?? [],
          districts: traits.districts ?? [],
          from: day(TODAY),
          until: day('2026-03-20'),
        }),
      )
    const caseId = await at.aCaseAt('recommended')
    const assigning = async () => {
      const federation = await nowOf(at, at.federation)
      return at.zone
        .writing(federation, (tx) =>
          acts.assign(tx, { caseId, experts: at.experts.slice(0, 3).map((one) => one.person) }),
        )
        .then(
          () => 'done',
          (error: { code: string }) => error.code,
        )
    }
    return { at, security, give, assigning }
  }

  async function programOf(tx: Parameters<Parameters<At['zone']['asSystem']>[0]>[0]) {
    const { programInForce } = await import('../rulebook/index.ts')
    const program = await programInForce(tx, 'small-measure', tx.today)
    if (!program) throw new Error('not in force')
    return program
  }

  test('within its days the delegate acts; after them it does not, whatever the measure says', async () => {
    const { at, give, assigning } = await delegating()
    await give()
    at.zone.setToday('2026-03-21')
    expect(await assigning()).toBe('identity.forbidden')
    at.zone.setToday('2026-03-20')
    expect(await assigning()).toBe('done')
  })

  test('once ended it no longer holds, on that very day', async () => {
    const { at, security, give, assigning } = await delegating()
    const id = await give()
    await at.zone.writing(security, (tx) =>
      rightsDesk.endMandate(tx, { id, reason: '合同解除，不再委托' }),
    )
    expect(await assigning()).toBe('identity.forbidden')
  })

  test('for other districts only, it does not cover this one', async () => {
    const { give, assigning } = await delegating()
    await give({ districts: ['650102'] })
    expect(await assigning()).toBe('identity.forbidden')
  })

  test('goes no further than the article: other acts and other offices are refused', async () => {
    const { at, give } = await delegating()
    await expect(give({ acts: ['decide'] })).rejects.toMatchObject(
      refusedWith('case.delegation-acts'),
    )
    const [other] = at.district.posts
    await expect(give({ to: other?.office ?? newId() })).rejects.toMatchObject(
      refusedWith('case.delegation-offices'),
    )
  })
})
