import { beforeAll, describe, expect, it } from 'vitest'
import { SanctionsView } from '../src/http/contract/sanctions.ts'
import { useDocuments } from '../testing/case-office.ts'
import { type Applying, openTown, type Town, viewOf } from '../testing/town.ts'

useDocuments()

const DING_SHAN: Applying = {
  login: 'ding.shan',
  party: 'zhongya',
  service: 'offshore-incubator-recognition',
  partner: { name: 'Tashkent Digital Bridge', country: '乌兹别克斯坦', registrationNumber: '3078' },
  answers: {
    'foreign-partner-joins': true,
    'partner-registered-place': 'foreign',
    'partner-legal-person': true,
    'carrier-area-abroad': 860,
    'operating-since': '2023-11-01',
  },
}
const NUR_AMINA: Applying = { ...DING_SHAN, login: 'nur.amina', party: 'silkroad' }
const OBJECTOR = {
  name: '韩志远',
  contact: 'han.zhiyuan@example.com',
  grounds: '公示单位的境外场地部分转租给贸易公司使用，请核实实际用途。',
  consent: true,
}
const BOTH = ['maker-base-recognition', 'offshore-incubator-recognition'] as const

let town: Town
let call: string

beforeAll(async () => {
  town = await openTown(['zhongya', 'silkroad'])
  call = await town.enactAndCall(BOTH)
})

async function publicised(applying: Applying) {
  const { id } = await town.apply(call, applying)
  await town.recommendBy('gulnar.aishan', id)
  await town.review(id)
  return { id, notice: await town.publicise(id) }
}

describe('an objection while the notice runs', () => {
  it('blocks the decision until it is answered, and the record keeps no name', async () => {
    town.on('2026-01-13')
    const { id, notice } = await publicised(NUR_AMINA)
    town.on('2026-01-15')
    const at = `/api/notices/${notice.id}/objections`
    const body = { ...OBJECTOR, line: 1 }
    expect((await town.site.visitor.send('POST', at, { body })).status).toBe(200)
    const twice = await town.site.visitor.send('POST', at, { body })
    expect(twice).toMatchObject({ status: 409, body: { code: 'case.objection-already' } })
    town.on('2026-01-26')
    const late = await town.site.visitor.send('POST', at, {
      body: { ...body, grounds: '公示期满以后才提出的另一条异议。' },
    })
    expect(late.body).toMatchObject({ code: 'case.notice-closed' })
    const reason = '公示期满，建议予以认定。'
    const early = await town.act('ma.xiaodong', `${id}/propose`, { reason })
    expect(early.status).toBe(409)
    const seen = await town.see('ma.xiaodong', id)
    expect(seen).toMatchObject({ stage: 'objected', objections: [{ name: '韩志远' }] })
    const [objection] = seen.objections
    const answer = { upheld: false, reason: '经实地核查，场地全部用于孵化，异议不成立。' }
    const answered = viewOf(
      await town.act('ma.xiaodong', `${id}/objections/${objection?.id}/answer`, answer),
    )
    expect(answered.acts.at(-1)).toMatchObject({ act: 'answer-objection', cite: '第8条(四)' })
    expect((await town.decideAndCertify(id)).stage).toBe('certified')
    const record = await (await town.as('he.jing')).send('GET', '/api/record')
    expect(record.status).toBe(200)
    expect(record.text).not.toContain('韩志远')
    expect(record.text).not.toContain('han.zhiyuan')
  })

  it('that is upheld leaves only the refusal', async () => {
    town.on('2026-01-27')
    const { id, notice } = await publicised({
      ...NUR_AMINA,
      service: 'maker-base-recognition',
      ...BASE,
    })
    const at = `/api/notices/${notice.id}/objections`
    await town.site.visitor.send('POST', at, { body: { ...OBJECTOR, line: 1 } })
    town.on('2026-02-05')
    const [objection] = (await town.see('ma.xiaodong', id)).objections
    const answer = { upheld: true, reason: '经核查，外资在孵企业数量与申报不符，异议成立。' }
    viewOf(await town.act('ma.xiaodong', `${id}/objections/${objection?.id}/answer`, answer))
    const proposed = await town.act('ma.xiaodong', `${id}/propose`, { reason: '建议予以认定。' })
    expect(proposed.body).toMatchObject({ code: 'case.objection-upheld' })
    const refused = viewOf(
      await town.act('chen.lixin', `${id}/refuse`, { reason: answer.reason, cite: '第8条(四)' }),
    )
    expect(refused.acts.at(-1)).toMatchObject({ act: 'refuse', cite: '第8条(四)' })
  })
})

const BASE = {
  answers: {
    'carrier-area-in-city': 1860,
    'foreign-owned-incubatees': 7,
    'overseas-high-level-talents': 12,
    'management-staff': 6,
  },
}

describe('fraud found after the certificate', () => {
  it('revokes it, bars from either service for two years under 第11条, and ends on its day', async () => {
    town.on('2026-02-06')
    const { id } = await publicised(DING_SHAN)
    town.on('2026-03-02')
    const certified = await town.decideAndCertify(id)
    const number = encodeURIComponent(certified.certificate?.number ?? '')
    town.on('2026-03-10')
    const grounds = '经境外登记机关函复，申报所附场地租赁合同系伪造。'
    const intended = { sanction: 'fraud', grounds, foundOn: '2026-03-10' }
    const told = await town.act('ma.xiaodong', `${id}/sanctions`, intended)
    const [sanction] = SanctionsView.parse(told.body).proceedings
    const of = `${id}/sanctions/${sanction?.id}`
    const deciding = { impose: true, reason: '当事人未提出新的事实，处理意见成立。' }
    expect((await town.act('chen.lixin', `${of}/decide`, deciding)).body).toMatchObject({
      code: 'case.untold-conflict',
      cite: '第11条',
    })
    await town.act(DING_SHAN.login, `${of}/acknowledge`)
    town.on('2026-03-16')
    const answer = { statement: '租赁合同由中介办理，我单位不知情。', hearing: false, waives: true }
    await town.act(DING_SHAN.login, `${of}/answer`, answer)
    expect((await town.act('ma.xiaodong', `${of}/decide`, deciding)).status).toBe(403)
    await town.act('chen.lixin', `${of}/decide`, deciding)
    const revoked = await town.see('chen.lixin', id)
    expect(revoked).toMatchObject({ stage: 'revoked', certificate: { revoked: true } })
    expect(revoked.acts.at(-1)).toMatchObject({ act: 'revoke', cite: '第11条', on: '2026-03-16' })
    const verified = await town.site.visitor.send('GET', `/api/certificates/${number}`)
    expect(verified.body).toMatchObject({ revokedOn: '2026-03-16', revokedCite: '第11条' })
    for (const service of BOTH) {
      const again = await town.start(call, { ...DING_SHAN, service })
      expect(again.body).toMatchObject({ code: 'case.barred', cite: '第11条' })
      expect(again.text).toContain('2028-03-16')
    }
  })

  it('on the last day of the bar it still holds, and on the next it does not', async () => {
    town.on('2028-03-16')
    const later = await town.openCall(BOTH, { opensOn: '2028-03-16', closesOn: '2028-04-28' })
    const barred = await town.start(later, DING_SHAN)
    expect(barred.body).toMatchObject({ code: 'case.barred', cite: '第11条' })
    town.on('2028-03-17')
    for (const service of BOTH) {
      expect(viewOf(await town.start(later, { ...DING_SHAN, service })).stage).toBe('draft')
    }
  })
})
