import { actFold, doAct, openCase } from '../desks.ts'
import { expect, test } from '../journey.ts'

test.use({ story: 'objection-changes' })

const PARTY = '乌鲁木齐丝路驿站科技孵化管理有限公司'

test('an objection that is upheld takes the case back to new experts instead of a recognition', async ({
  page,
  signIn,
  setDay,
}) => {
  test.setTimeout(150_000)
  await signIn('ma.xiaodong')
  await setDay('2026-04-07')
  await openCase(page, PARTY)
  const fold = actFold(page, 'answer-objection')
  await fold.getByRole('radio', { name: '异议成立', exact: true }).check()
  await doAct(page, 'answer-objection', '经实地核查，转租部分计入了所报面积，异议成立。')
  await expect(actFold(page, 'propose')).toHaveCount(0)
  await doAct(page, 'reappraise', '异议成立，按核实后的面积重新组织专家评审。')
  await expect(page.getByText('已推荐，待评审').first()).toBeVisible()
  await expect(actFold(page, 'publicise')).toHaveCount(0)

  await actFold(page, 'assign').getByRole('button', { name: '随机抽取' }).click()
  await expect(page.getByText(/随机抽取，可复核：\/api\/draws\//)).toBeVisible()
  const said = (await page.getByText(/随机抽取，可复核/).textContent()) ?? ''
  const [, address = ''] = /(\/api\/draws\/[0-9a-f-]+)/.exec(said) ?? []
  const proof = await (await page.request.get(address)).json()
  expect(proof.drawn.length).toBeGreaterThan(0)
})

test('two officers decide one case at once: one is told that it was done', async ({
  browser,
  baseURL,
  page,
  signIn,
  setDay,
}) => {
  await signIn('ma.xiaodong')
  await setDay('2026-04-07')
  const { rows } = await (await page.request.get('/api/cases?stage=publicised')).json()
  const [row] = rows
  await page.goto(`/office/cases/${row.id}`)
  const second = await browser.newContext({ baseURL: baseURL ?? '' })
  await second.request.post('/api/session', {
    data: { login: 'ma.xiaodong', password: 'banfa-demo' },
    headers: { origin: baseURL ?? '' },
  })
  const other = await second.newPage()
  await other.goto(`/office/cases/${row.id}`)
  await expect(actFold(other, 'propose')).toBeVisible()
  await doAct(page, 'propose', '公示期满无异议，建议予以认定。')
  const fold = actFold(other, 'propose')
  if ((await fold.getAttribute('open')) === null) await fold.locator(':scope > summary').click()
  await fold.getByRole('textbox').fill('公示期满，建议认定。')
  await fold.locator('.btn-seal, .btn-main').last().click()
  await expect(other.getByText(/没有重复办理|现阶段不能办理/).first()).toBeVisible()
  await second.close()
})
