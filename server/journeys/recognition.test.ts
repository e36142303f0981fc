import { beforeAll, describe, expect, it } from 'vitest'
import { useDocuments } from '../testing/case-office.ts'
import { type Applying, done, openTown, type Town, viewOf } from '../testing/town.ts'

useDocuments()

const GUO_XUE: Applying = {
  login: 'guo.xue',
  party: 'haigui',
  service: 'maker-base-recognition',
  answers: {
    'carrier-area-in-city': 1860,
    'foreign-owned-incubatees': 7,
    'overseas-high-level-talents': 12,
    'management-staff': 6,
  },
}

const BAI_LU: Applying = {
  login: 'bai.lu',
  party: 'xiyu',
  service: 'offshore-incubator-recognition',
  partner: { name: 'Istanbul Bilişim Kuluçka A.Ş.', country: '土耳其', registrationNumber: '4829' },
  answers: {
    'foreign-partner-joins': true,
    'partner-registered-place': 'foreign',
    'carrier-area-abroad': 720,
    'operating-since': '2024-10-08',
  },
  papersMissing: ['operation-proof'],
}

const JIANG_MIN: Applying = {
  ...BAI_LU,
  login: 'jiang.min',
  party: 'lvzhou',
  partner: { name: 'Dushanbe Agro', country: '塔吉克斯坦', registrationNumber: '0410027765' },
  answers: { ...BAI_LU.answers, 'partner-legal-person': true, 'carrier-area-abroad': 480 },
  papersMissing: [],
}

let town: Town
let call: string

beforeAll(async () => {
  town = await openTown(['haigui', 'xiyu', 'lvzhou', 'silkroad'])
  call = await town.enactAndCall(['maker-base-recognition', 'offshore-incubator-recognition'])
})

describe('国际创新创业创客基地 from the call to the certificate', () => {
  it('is filed, recommended, reviewed, publicised, decided and certified, each under its article', async () => {
    town.on('2026-01-13')
    const filed = await town.apply(call, GUO_XUE)
    expect(filed.seal?.receipt).toBeTruthy()
    expect(filed.deadline?.basis.zh).toContain('第32条')
    town.on('2026-01-14')
    await town.recommendBy('wang.lina', filed.id)
    await town.review(filed.id)
    town.on('2026-01-15')
    const notice = await town.publicise(filed.id)
    expect(notice).toMatchObject({ cite: '第8条(四)', workingDays: 5, until: '2026-01-22' })
    town.on('2026-01-22')
    const early = await town.act('ma.xiaodong', `${filed.id}/propose`, { reason: '公示期满。' })
    expect(early.body).toMatchObject({ code: 'case.window-open' })
    town.on('2026-01-23')
    const certified = await town.decideAndCertify(filed.id)
    expect(certified.stage).toBe('certified')
    expect(certified.outcome.answer).toBe('met')
    expect(certified.route.map(({ act, cite }) => `${cite} ${act}`).slice(0, 3)).toEqual([
      '第8条(二) file',
      '第8条(二) accept',
      expect.stringMatching(/^第8条/),
    ])
    const cites = certified.outcome.findings.map(({ cite }) => cite)
    for (const item of ['一', '二', '三', '四', '五', '六', '七', '八']) {
      expect(cites).toContain(`第7条(${item})`)
    }
    const decided = certified.acts.find(({ act }) => act === 'decide')
    expect(decided).toMatchObject({ cite: '第8条(四)', by: '陈立新' })
    const number = encodeURIComponent(certified.certificate?.number ?? '')
    const verified = await town.site.visitor.send('GET', `/api/certificates/${number}`)
    expect(verified.body).toMatchObject({
      holder: '乌鲁木齐归燕海创空间管理有限公司',
      cite: '第8条(四)',
      revokedOn: null,
    })
  })

  it('who proposed does not decide', async () => {
    const nur = { ...GUO_XUE, login: 'nur.amina', party: 'silkroad' }
    town.on('2026-01-26')
    const filed = await town.apply(call, nur)
    await town.recommendBy('gulnar.aishan', filed.id)
    await town.review(filed.id)
    await town.publicise(filed.id)
    town.on('2026-02-03')
    viewOf(await town.act('chen.lixin', `${filed.id}/propose`, { reason: '公示期满无异议。' }))
    const refused = await town.act('chen.lixin', `${filed.id}/decide`, { reason: '同意认定。' })
    expect(refused).toMatchObject({ status: 403, body: { code: 'case.same-person-forbidden' } })
  })
})

describe('离岸孵化器 returned once for correction, then certified', () => {
  it('is told everything missing at once, and the route goes on from the second filing', async () => {
    town.on('2026-02-04')
    const filed = await town.apply(call, BAI_LU)
    const early = await town.act('wang.lina', `${filed.id}/accept`)
    expect(early.body).toMatchObject({ code: 'case.incomplete' })
    const returned = viewOf(
      await town.act('wang.lina', `${filed.id}/return`, { remarks: '合作协议请附中文译本。' }),
    )
    expect(returned.stage).toBe('returned')
    const told = returned.acts.find(({ act }) => act === 'return')
    const says = JSON.stringify(told?.notes)
    expect(told?.cite).toBe('第8条(二)')
    expect(says).toContain('建成并实际运营的证明')
    expect(says).toContain('独立法人')
    town.on('2026-02-05')
    const draft = await town.see('bai.lu', filed.id)
    const answers = { ...BAI_LU.answers, 'partner-legal-person': true }
    const revision = await town.fillIn(draft, { ...BAI_LU, answers, papersMissing: [] })
    const again = viewOf(await town.act('bai.lu', `${filed.id}/file`, { revision }))
    expect(again.number).toBe(filed.number)
    await town.recommendBy('wang.lina', filed.id)
    await town.review(filed.id)
    await town.publicise(filed.id)
    town.on('2026-02-27')
    const certified = await town.decideAndCertify(filed.id)
    expect(certified.stage).toBe('certified')
    expect(certified.outcome.findings.map(({ cite }) => cite)).toContain('第6条(四)')
  })
})

describe('离岸孵化器 refused', () => {
  it('with 480 m² abroad the refusal names 第6条(二), by the program and not by the officer', async () => {
    town.on('2026-03-02')
    const filed = await town.apply(call, JIANG_MIN)
    viewOf(await town.act('gulnar.aishan', `${filed.id}/accept`))
    await town.judge('gulnar.aishan', filed.id)
    const pushed = await town.act('gulnar.aishan', `${filed.id}/recommend`, {
      recommendation: '同意推荐，请予审议。',
    })
    expect(pushed.body).toMatchObject({ code: 'case.not-met' })
    expect(pushed.text).toContain('第6条(二)')
    const reason = '境外孵化场地为480平方米，未达到规定面积。'
    const byDistrict = await town.act('gulnar.aishan', `${filed.id}/refuse`, { reason })
    expect(byDistrict.status).toBe(403)
    const refused = viewOf(await town.act('chen.lixin', `${filed.id}/refuse`, { reason }))
    expect(refused.stage).toBe('refused')
    expect(refused.acts.at(-1)).toMatchObject({ act: 'refuse', cite: '第6条(二)', reason })
    const letter = refused.documents.find(({ kind }) => kind === 'refusal')
    const url = `/api/cases/${filed.id}/documents/${letter?.id}`
    const file = await (await town.as('jiang.min')).send('GET', url)
    expect(file.status).toBe(200)
    expect(file.headers['content-type']).toBe('application/pdf')
    const mine = done(await (await town.as('jiang.min')).send('GET', '/api/cases'))
    expect(mine).toMatchObject({ rows: [{ stage: 'refused' }] })
  })
})
