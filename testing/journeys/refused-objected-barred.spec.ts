import { actFold, doAct, openCase } from '../desks.ts'
import { expect, test } from '../journey.ts'

test.use({ story: 'refused' })

test('the public objects by name to one on a notice, and is told what follows', async ({
  page,
  expectAccessible,
}) => {
  const notices = await (await page.request.get('/api/notices')).json()
  const open = notices.find((notice: { state: string }) => notice.state === 'open')
  await page.goto(`/notices/${open.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible()
  const form = page.locator('form').last()
  await form.getByRole('radio', { name: /北庭/ }).check()
  await form.getByRole('textbox', { name: '姓名' }).fill('赵一鸣')
  await form.getByRole('textbox', { name: '联系方式' }).fill('13900000000')
  await form.locator('textarea').fill('公示单位的场地面积与实际情况不符，请予核实。')
  await form.getByRole('checkbox').check()
  await form.getByRole('button').last().click()
  await expect(page.getByRole('status').last()).toBeVisible()
})

test('a refused applicant reads the reason and its article, and gets the letter', async ({
  page,
  signIn,
}) => {
  await signIn('zhao.guoqiang')
  await openCase(page, '乌鲁木齐丝路港国际创客基地运营有限公司')
  await doAct(page, 'accept', '')
  await signIn('chen.lixin')
  await openCase(page, '乌鲁木齐丝路港国际创客基地运营有限公司')
  await doAct(page, 'refuse', '经区科技局初审报告，场地已转作他用，不再具备孵化条件。')
  await signIn('feng.tao')
  await page.goto('/apply')
  await page.getByRole('link', { name: '国际创新创业创客基地认定' }).first().click()
  await expect(page.getByText('不予认定').first()).toBeVisible()
  await expect(page.getByText('场地已转作他用').first()).toBeVisible()
  const letter = page.getByRole('link', { name: /不予认定/ }).first()
  const pdf = await page.request.get((await letter.getAttribute('href')) ?? '')
  expect(pdf.headers()['content-type']).toBe('application/pdf')
})

test('the one refused for too small a site abroad sees which article and by how much', async ({
  page,
  signIn,
}) => {
  await signIn('yang.fan')
  await page.goto('/apply')
  await page.getByRole('link', { name: '离岸孵化器认定' }).first().click()
  const row = page.locator('li.finding').filter({ hasText: '面积达到500平方米' })
  await expect(row).toContainText('480')
  await expect(row).toContainText('不符合')
  await row.getByRole('button', { name: /为什么/ }).click()
  await expect(page.getByRole('complementary')).toContainText('第6条(二)')
})

test('nothing is decided while an objection is open', async ({ page, signIn, setDay }) => {
  const party = '乌鲁木齐丝路驿站科技孵化管理有限公司'
  await signIn('ma.xiaodong')
  await setDay('2026-04-07')
  await openCase(page, party)
  await expect(actFold(page, 'propose')).toHaveCount(0)
  const fold = actFold(page, 'answer-objection')
  await fold.getByRole('radio', { name: '异议不成立' }).check()
  await doAct(page, 'answer-objection', '经实地核查，转租部分不计入所报640平方米，异议不成立。')
  await doAct(page, 'propose', '异议已核实答复，公示期满，建议予以认定。')
  await signIn('chen.lixin')
  await openCase(page, party)
  await doAct(page, 'decide', '同意认定。')
})

test('whoever was revoked for fraud is told the article and the day when applying again', async ({
  page,
  signIn,
}) => {
  await page.goto('/verify/离孵〔2025〕002号')
  await expect(page.getByText('第11条').first()).toBeVisible()
  await signIn('ding.shan')
  await page.goto('/calls')
  const calls = await (await page.request.get('/api/calls')).json()
  const open = calls.find(
    (call: { state: string; pack: string }) =>
      call.state === 'open' && call.pack === 'international-incubators',
  )
  await page.goto(`/apply/start/${open.id}`)
  await page.getByRole('button', { name: '开始填报' }).click()
  await expect(page.getByText(/2028/).first()).toBeVisible()
  await expect(page.getByText('第11条').first()).toBeVisible()
})
