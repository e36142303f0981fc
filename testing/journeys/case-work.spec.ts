import type { Page } from '@playwright/test'
import { actFold, doAct, openCase } from '../desks.ts'
import { expect, test } from '../journey.ts'

test.use({ story: 'case-work' })

const ACCEPTED_LATE = '乌鲁木齐丝路港国际创客基地运营有限公司'
const READY = '天山北麓大学科技园发展中心'
const REVIEWED = '塔河农业科学研究所'

const pick = (page: Page, party: string) =>
  page.getByRole('checkbox', { name: `选择${party}` }).check()

/** What the preview or the result says of one case. */
const lineOf = (page: Page, party: string) =>
  page.locator('.bulk-lines > li').filter({ hasText: party })

test('one act on several cases is previewed with its reasons, then done on those it fits', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn('ma.xiaodong')
  await page.goto('/office?all=true')
  await pick(page, READY)
  await pick(page, REVIEWED)
  const panel = page.getByRole('form', { name: '已选 2 件，一并办理' })
  await panel.getByLabel('办理动作').selectOption('deliberate')
  await panel.getByRole('textbox').fill('经局长办公会审议，同意列入拟认定名单。')
  await panel.getByRole('button', { name: '先看结果' }).click()
  await expect(lineOf(page, REVIEWED)).toContainText('可以办理')
  await expect(lineOf(page, READY)).toContainText('没有重复办理')
  await expectAccessible()
  await panel.getByRole('button', { name: '办理其中 1 件' }).click()
  await expect(lineOf(page, REVIEWED)).toContainText('已办理')
  await panel.getByRole('button', { name: '取消选择' }).click()
  await openCase(page, REVIEWED)
  await expect(page.getByText('审议通过').first()).toBeVisible()
})

test('a filter is kept under a name, found again after signing in, and forgotten', async ({
  page,
  signIn,
}) => {
  await signIn('ma.xiaodong')
  await page.goto('/office?all=true')
  await page.getByLabel('事项').selectOption({ label: '离岸孵化器认定' })
  await page.getByPlaceholder('给当前筛选起个名字').fill('离岸全部')
  await page.getByRole('button', { name: '保存筛选' }).click()
  const kept = page.getByRole('navigation', { name: '常用筛选' })
  await expect(kept.getByRole('link', { name: '离岸全部' })).toBeVisible()
  await signIn('ma.xiaodong')
  await page.goto('/office')
  await kept.getByRole('link', { name: '离岸全部' }).click()
  await expect(page.getByLabel('事项')).toHaveValue('offshore-incubator-recognition')
  await expect(page.getByRole('link', { name: REVIEWED })).toHaveCount(0)
  await expect(page.getByRole('link', { name: READY })).toBeVisible()
  await kept.getByRole('button', { name: '删除筛选“离岸全部”' }).click()
  await expect(kept.getByRole('link', { name: '离岸全部' })).toHaveCount(0)
})

test('a case is transferred to the office in charge, which takes it up', async ({
  page,
  signIn,
}) => {
  await signIn('zhao.guoqiang')
  await openCase(page, ACCEPTED_LATE)
  const fold = actFold(page, 'transfer')
  await fold.locator(':scope > summary').click()
  await fold.getByLabel('移送至').selectOption({ label: '天山区科技局' })
  await fold.getByRole('textbox').fill('经营场所在天山区，移送办理。')
  await fold.locator('.btn-main').click()
  await expect(page.getByText(/移送天山区科技局/).first()).toBeVisible()
  await expect(actFold(page, 'accept')).toHaveCount(0)
  await signIn('liu.yang')
  await openCase(page, ACCEPTED_LATE)
  await doAct(page, 'accept', '')
  await expect(page.getByText('已受理，待初审').first()).toBeVisible()
})

test('a limit is suspended, resumed and extended, and the applicant reads each cause', async ({
  page,
  signIn,
  setDay,
  expectAccessible,
}) => {
  const move = async (which: string, cause: string) => {
    const fold = page.locator(`details[data-move="${which}"]`)
    await fold.locator(':scope > summary').click()
    await fold.getByRole('textbox').fill(cause)
    await fold.getByRole('button').last().click()
    await expect(fold).toHaveCount(0)
  }
  await signIn('liu.yang')
  await openCase(page, ACCEPTED_LATE)
  await move('suspend', '委托检测机构核实场地面积')
  await expect(page.getByText(/自2026-03-16起中止计时/)).toBeVisible()
  await setDay('2026-03-20')
  await openCase(page, ACCEPTED_LATE)
  await move('resume', '检测报告已经出具')
  await move('extend', '核查范围扩大，经负责人批准')
  await expectAccessible()
  await signIn('feng.tao')
  await page.goto('/apply')
  await page.getByRole('link', { name: '国际创新创业创客基地认定' }).first().click()
  for (const cause of ['委托检测机构核实场地面积', '检测报告已经出具', '经负责人批准'])
    await expect(page.getByText(cause).first()).toBeVisible()
})

test('a case is sent one step back with the reason, deliberated anew, and the form starts empty', async ({
  page,
  signIn,
}) => {
  await signIn('ma.xiaodong')
  await openCase(page, READY)
  await actFold(page, 'send-back').locator(':scope > summary').click()
  await actFold(page, 'send-back').getByRole('textbox').fill('审议记录缺签字页，退回补齐。')
  await actFold(page, 'send-back').locator('.btn-main').click()
  await expect(page.getByText('评审完成').first()).toBeVisible()
  await expect(actFold(page, 'send-back').getByRole('textbox')).toHaveValue('')
  await expect(page.locator('.act-reason').getByText('审议记录缺签字页，退回补齐。')).toBeVisible()
  await doAct(page, 'deliberate', '补齐后重新审议，同意列入拟认定名单。')
  await expect(page.getByText('审议通过').first()).toBeVisible()
})

test('an applicant withdraws with a reason; the office has nothing left to do on it', async ({
  page,
  signIn,
}) => {
  await signIn('feng.tao')
  await page.goto('/apply')
  await page.getByRole('link', { name: '国际创新创业创客基地认定' }).first().click()
  await page.locator('details > summary').filter({ hasText: '撤回申请' }).click()
  await page.getByLabel('撤回理由').fill('场地改造，待完工后重新申报。')
  await page.getByRole('button', { name: '撤回申请' }).click()
  await expect(page.getByText('已撤回').first()).toBeVisible()
  await signIn('liu.yang')
  await openCase(page, ACCEPTED_LATE)
  await expect(page.getByText('已办结')).toBeVisible()
  await expect(page.getByText('场地改造，待完工后重新申报。')).toBeVisible()
})

test('an invitation taken makes one person act for two organisations, each with its own cases', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn('jiang.min')
  await page.goto('/apply')
  await page.getByRole('link', { name: '新疆绿洲生物科技孵化有限公司' }).first().click()
  await page.getByLabel('姓名', { exact: true }).fill('徐洁')
  await page.getByRole('button', { name: '邀请' }).click()
  const address = await page.locator('#shown-link').inputValue()
  await signIn('xu.jie')
  await page.goto(address)
  await expect(
    page.getByText('邀请徐洁以经办人身份加入 新疆绿洲生物科技孵化有限公司'),
  ).toBeVisible()
  await expectAccessible()
  await page.getByRole('button', { name: '以 徐洁 的身份加入' }).click()
  await expect(page).toHaveURL(/\/apply$/)
  for (const party of ['新疆绿洲生物科技孵化有限公司', '新疆红柳众创国际创客有限公司'])
    await expect(page.getByRole('link', { name: party })).toBeVisible()
  const cases = page.locator('.case-line').filter({ has: page.locator('.case-stage') })
  await expect(cases.filter({ hasText: '新疆绿洲生物科技孵化有限公司' })).toHaveCount(1)
  await expect(cases.filter({ hasText: '新疆红柳众创国际创客有限公司' })).toHaveCount(1)
  await page.goto(address)
  await expect(page.getByRole('alert')).toBeVisible()
})
