import type { Page } from '@playwright/test'
import { expect, test } from '../journey.ts'

test.use({ story: 'mandate' })

const NUMBER = '乌科委托〔2026〕3号'

/** Types a call as whoever is signed in and presses twice. */
async function publishCall(page: Page, title: string): Promise<void> {
  await page.goto('/office/calls')
  await page.getByLabel('中文标题').fill(title)
  await page.getByLabel('英文标题').fill('Second call of 2026')
  await page.getByLabel('截止日期').fill('2026-06-30')
  await page.getByRole('button', { name: '发布申报通知' }).click()
  await page.getByRole('button', { name: /^确认/ }).click()
}

const mandateLine = (page: Page) => page.locator('.lines > li').filter({ hasText: NUMBER })

test('a delegate acts under the mandate the bureau gave, the call says so, and not once it is ended', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await test.step('the bureau gives the mandate', async () => {
    await signIn('luo.min')
    await page.goto('/office/away')
    await page.getByText('登记委托书', { exact: true }).first().click()
    await page.getByLabel('办法', { exact: true }).selectOption('international-incubators')
    await page.getByLabel('委托事项').selectOption('service-centre-coordination')
    await expect(page.getByText('乌鲁木齐市科技局 委托 市科技信息服务中心').last()).toBeVisible()
    await page.getByLabel('文号').fill(NUMBER)
    await page.getByLabel('至', { exact: true }).fill('2026-12-31')
    await page.getByRole('button', { name: '登记委托书' }).click()
    await expect(mandateLine(page)).toContainText('2026-03-16 至 2026-12-31')
    await expectAccessible()
  })

  await test.step('the delegate publishes a call; everybody reads in whose name', async () => {
    const title = '2026年第二批国际孵化器申报通知'
    await signIn('sun.yue')
    await publishCall(page, title)
    await page.getByRole('link', { name: title }).click()
    await expect(page.getByText('市科技信息服务中心').first()).toBeVisible()
    await expect(page.getByText('受市科技局委托')).toBeVisible()
    await expect(page.getByText(NUMBER)).toBeVisible()
    await page.context().clearCookies()
    await page.reload()
    await expect(page.getByText('受市科技局委托')).toBeVisible()
    await expectAccessible()
  })

  await test.step('ended, it carries nothing more', async () => {
    await signIn('luo.min')
    await page.goto('/office/away')
    const line = mandateLine(page)
    await line.getByText('终止委托', { exact: true }).first().click()
    await line.getByLabel('原因').fill('委托事项收回由本局办理')
    await line.getByRole('button', { name: '终止委托' }).click()
    await expect(line).toContainText('2026-03-16终止')
    await signIn('sun.yue')
    await publishCall(page, '2026年第三批国际孵化器申报通知')
    const refused = page.getByRole('alert')
    await expect(refused).toContainText('委托')
    await expect(refused).toContainText('第4条')
    await page.goto('/calls')
    await expect(page.getByText('2026年第三批国际孵化器申报通知')).toHaveCount(0)
  })
})
