import { actFold, doAct, openCase } from '../desks.ts'
import { expect, test } from '../journey.ts'

test.use({ story: 'objection-changes' })

const aPdf = () => Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n')

const PARTY = '乌鲁木齐丝路驿站科技孵化管理有限公司'

test('an objection is lodged on a phone, followed by its key, asked about and answered by letter', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const notices: { id: string; state: string }[] = await (
    await page.request.get('/api/notices')
  ).json()
  await page.goto(`/notices/${notices.find(({ state }) => state === 'open')?.id}`)
  await page.locator('input[name="against"]').last().check()
  await page.getByRole('textbox', { name: '姓名' }).fill('赵志强')
  await page.getByRole('textbox', { name: '联系方式' }).fill('13800001111')
  await page.getByRole('textbox', { name: '事实和理由' }).fill('现场未见所报设施，请重新核实面积。')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '提交异议' }).click()
  const follow = page.getByRole('link', { name: /打开查询页面/ })
  const address = (await follow.getAttribute('href')) ?? ''
  await follow.click()
  await expect(page.getByText('正在核实').or(page.getByText(/应于.*前答复/))).toBeVisible()
  await page
    .getByLabel(/提交材料/)
    .setInputFiles({ name: '现场.pdf', mimeType: 'application/pdf', buffer: aPdf() })
  await expect(page.getByRole('button', { name: '现场.pdf' })).toBeVisible()
  await expectAccessible()
  const number = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''

  await signIn('ma.xiaodong')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/office/objections')
  await page.getByRole('link', { name: number }).click()
  await expect(page.getByText('赵志强')).toBeVisible()
  await page.getByRole('textbox', { name: /需要补充什么/ }).fill('请说明查看现场的日期。')
  await page.getByRole('button', { name: '请补充' }).click()
  await expect(page.getByText(/等候异议人补充/)).toBeVisible()
  await expectAccessible()

  await page.goto('about:blank')
  await page.goto(address)
  await expect(page.getByText('受理机关请您补充：')).toBeVisible()
  await page.getByRole('textbox').fill('三月十日上午查看。')
  await page.getByRole('button', { name: '提交补充' }).click()
  await expect(page.getByText('已提交')).toBeVisible()

  await page.goto('/office/objections')
  await page.getByRole('link', { name: number }).click()
  await page.getByRole('radio', { name: '异议不成立' }).check()
  await page.getByRole('textbox', { name: /核实情况和答复/ }).fill('经实地核查，设施齐全。')
  await page.locator('.btn-seal').click()
  await page.locator('[data-sure]').click()
  await expect(page.getByRole('link', { name: /异议答复书/ })).toBeVisible()

  await page.goto('about:blank')
  await page.goto(address)
  await expect(page.getByText('异议不成立')).toBeVisible()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: /下载异议答复书/ }).click()
  expect((await saving).suggestedFilename()).toContain('异议答复书')
})

test('an objection that is upheld takes the case back to new experts instead of a recognition', async ({
  page,
  signIn,
  setDay,
  expectAccessible,
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
  const replay = page.getByRole('link', { name: /^\/draws\// })
  await expect(replay).toBeVisible()
  const address = (await replay.getAttribute('href')) ?? ''
  const proof = await (await page.request.get(`/api${address}`)).json()
  expect(proof.drawn.length).toBeGreaterThan(0)
  await page.goto(address)
  await expect(page.getByText('重新抽取的结果与公布的一致。')).toBeVisible()
  await expectAccessible()
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
