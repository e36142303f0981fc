import { openCase } from '../desks.ts'
import { expect, test } from '../journey.ts'

test.use({ story: 'office' })

const TITLE = '2026年第二批离岸孵化器申报通知'
const REASON = '本批与上年结转件同时受理，需要更长时间'
const PARTY = '新疆绿洲生物科技孵化有限公司'

test('the city opens a call for one service, with a limit of its own and the reason why', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn('ma.xiaodong')
  await page.goto('/office/calls')
  await page.getByRole('checkbox', { name: '国际创新创业创客基地认定' }).uncheck()
  await page.getByLabel('中文标题').fill(TITLE)
  await page.getByLabel('英文标题').fill('Second call of 2026, offshore incubators')
  await page.getByLabel('截止日期').fill('2026-05-29')
  await page.getByText('本批另定的期限').click()
  await page.getByLabel('受理申报').fill('9')
  await page.getByLabel('另定的理由（公开）').fill(REASON)
  await expectAccessible()
  await page.getByRole('button', { name: '发布申报通知' }).click()
  await page.getByRole('button', { name: /^确认/ }).click()
  await page.getByRole('link', { name: TITLE }).click()
  await expect(page.getByText('受理申报 9 个工作日')).toBeVisible()
  await expect(page.getByText(REASON)).toBeVisible()
  const services = page.locator('.services > li')
  await expect(services).toHaveCount(1)
  await expect(services).toContainText('离岸孵化器认定')
})

test('a notice shows its window before it is published', async ({ page, signIn }) => {
  await signIn('ma.xiaodong')
  await page.goto('/office/notices')
  await page.getByRole('checkbox', { name: '天山北麓大学科技园发展中心' }).check()
  const planned = page.locator('.window')
  await expect(planned).toContainText('2026年3月23日')
  await expect(planned).toContainText('5 个工作日，公布当日不计')
  await expect(planned).toContainText('国务院办公厅')
})

test('an officer puts a declared value right; both stay in its history', async ({
  page,
  signIn,
}) => {
  await signIn('ma.xiaodong')
  await openCase(page, PARTY)
  await page.locator('header a[href^="/office/parties/"]').click()
  const area = page.locator('.office-figures > div').filter({ hasText: '场地面积' }).first()
  await area.getByText('核实此项').click()
  await area.locator('.typed-field').fill('480')
  await area.getByLabel('核实依据（文件或登记系统）').fill('租赁合同及现场勘查记录')
  await area.getByRole('button', { name: '更正并锁定' }).click()
  await expect(area.locator('.figure-value')).toContainText('480')
  await area.getByText('历史').click()
  await expect(area.locator('.lines > li')).toHaveCount(2)
})

test('the desk offers rooms by post, filters its queue, lists its keys and shows papers in place', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn('gulnar.aishan')
  await page.goto('/office')
  const rooms = page.getByRole('navigation', { name: '办公分区' })
  await expect(rooms.getByRole('link', { name: '待办' })).toBeVisible()
  await expect(rooms.getByRole('link', { name: '公示' })).toHaveCount(0)
  await signIn('ma.xiaodong')
  await page.goto('/office?all=true')
  await expect(rooms.getByRole('link', { name: '公示' })).toBeVisible()
  await expect(page.getByText('本机构可以看到的全部案件')).toBeVisible()
  await page.getByLabel('事项').selectOption({ label: '离岸孵化器认定' })
  await expect(page.getByRole('link', { name: '塔河农业科学研究所' })).toHaveCount(0)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '键盘' })).toBeVisible()
  await expectAccessible()
  await page.keyboard.press('Escape')
  await openCase(page, PARTY)
  await page.getByText('在此查看').first().click()
  await expect(page.locator('.file-look iframe').first()).toBeVisible()
})
