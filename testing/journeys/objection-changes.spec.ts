import { actFold, doAct, judgeAll, openCase, publishNotice } from '../desks.ts'
import { expect, test } from '../journey.ts'

test.use({ story: 'objection-changes' })

const aPdf = () => Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n')

const PARTY = '乌鲁木齐丝路驿站科技孵化管理有限公司'
const SECOND = '拟认定国际孵化器名单再次公示'

const LOGINS: Readonly<Record<string, string>> = {
  李文博: 'li.wenbo',
  张慧敏: 'zhang.huimin',
  艾别克·努尔兰: 'aibek',
  吴帆: 'wu.fan',
  田蕊: 'tian.rui',
  秦少华: 'qin.shaohua',
}

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

test('an upheld objection leads to new experts, a second notice and another decision than the first foresaw', async ({
  page,
  signIn,
  setDay,
  expectAccessible,
}) => {
  test.setTimeout(400_000)
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

  await test.step('the experts drawn, others than the first where they can be, find the conditions met', async () => {
    await openCase(page, PARTY)
    const { experts } = await (
      await page.request.get(`/api${new URL(page.url()).pathname.replace('/office', '')}`)
    ).json()
    const drawn = experts.map((one: { name: string }) => LOGINS[one.name])
    expect(drawn.length).toBeGreaterThanOrEqual(3)
    for (const login of drawn) {
      await signIn(login)
      await openCase(page, PARTY)
      await judgeAll(page, '符合', '按核实后的面积重新评审，材料能够相互印证。')
    }
  })

  await test.step('a second deliberation, and a second notice with a list and a window of its own', async () => {
    await signIn('ma.xiaodong')
    await openCase(page, PARTY)
    await doAct(page, 'conclude-review', '')
    await doAct(page, 'deliberate', '经局长办公会重新审议，同意再次公示。')
    await publishNotice(page, PARTY, SECOND)
  })

  const follow = await test.step('on the second notice somebody objects again', async () => {
    await page.context().clearCookies()
    await page.goto('/notices')
    await page.getByRole('link', { name: SECOND }).click()
    await expect(page.locator('.names').getByText(PARTY)).toBeVisible()
    await page.getByRole('textbox', { name: '姓名' }).fill('阿迪力·买买提')
    await page.getByRole('textbox', { name: '联系方式' }).fill('13900002222')
    await page
      .getByRole('textbox', { name: '事实和理由' })
      .fill('转租部分仍未收回，附租赁合同复印件。')
    await page.locator('input[name="against"]').last().check()
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: '提交异议' }).click()
    return (await page.getByRole('link', { name: /打开查询页面/ }).getAttribute('href')) ?? ''
  })

  await test.step('it is upheld, and after the window recognition is refused', async () => {
    await signIn('ma.xiaodong')
    await openCase(page, PARTY)
    const again = actFold(page, 'answer-objection')
    await again.getByRole('radio', { name: '异议成立', exact: true }).check()
    await doAct(page, 'answer-objection', '查阅合同，转租部分未收回，实有面积不足，异议成立。')
    await setDay('2026-04-30')
    await signIn('chen.lixin')
    await openCase(page, PARTY)
    await expect(actFold(page, 'decide')).toHaveCount(0)
    await doAct(page, 'refuse', '核实后面积不足500平方米，不予认定。')
    await expect(page.getByText('不予认定').first()).toBeVisible()
  })

  await test.step('everybody sees what came of it: the objection upheld, two notices, no certificate', async () => {
    await page.context().clearCookies()
    await page.goto(follow)
    await expect(page.getByText('异议成立', { exact: true })).toBeVisible()
    await expect(page.getByText('实有面积不足')).toBeVisible()
    await expectAccessible()
    await page.goto('/notices')
    const item = page.locator('.item').filter({ hasText: SECOND })
    await expect(item).toContainText('期满')
    const results: { party: string }[] = await (await page.request.get('/api/results')).json()
    expect(results.length).toBeGreaterThan(0)
    expect(results.map(({ party }) => party)).not.toContain(PARTY)
  })

  await test.step('the applicant reads the refusal, its reason and its letter', async () => {
    await signIn('nur.amina')
    await page.goto('/apply')
    await page.getByRole('link', { name: '离岸孵化器认定' }).first().click()
    await expect(page.getByText('核实后面积不足500平方米').first()).toBeVisible()
    await expect(page.getByRole('link', { name: /不予认定/ }).first()).toBeVisible()
  })
})
