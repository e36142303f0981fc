import type { Browser, Page } from '@playwright/test'
import { actFold, openCase } from '../desks.ts'
import { expect, test } from '../journey.ts'

test.use({ story: 'two-officers' })

const PARTY = '新疆白杨新能源创客服务有限公司'

/** A second browser, with another officer in it. */
async function anotherDesk(browser: Browser, baseURL: string): Promise<Page> {
  const there = await browser.newContext({ baseURL })
  const signedIn = await there.request.post('/api/session', {
    data: { login: 'guo.lei', password: 'banfa-demo' },
    headers: { origin: baseURL },
  })
  expect(signedIn.status()).toBe(200)
  return there.newPage()
}

test('two officers decide one case at once: one decision counts, the other reads who made it', async ({
  browser,
  baseURL,
  page,
  signIn,
}) => {
  await test.step('both may decide: the deputy director, and who stands in for him', async () => {
    await signIn('chen.lixin')
    await page.goto('/office/away')
    await page.getByLabel('代行人').selectOption({ label: '郭磊' })
    await page.getByLabel('至', { exact: true }).fill('2026-12-31')
    await page.getByLabel('原因').fill('外出期间由同事代行')
    await page.getByRole('button', { name: '确定' }).click()
    await expect(page.getByText('郭磊 代行 陈立新')).toBeVisible()
  })
  const other = await anotherDesk(browser, baseURL ?? '')
  await openCase(page, PARTY)
  await openCase(other, PARTY)
  const folds = [actFold(page, 'decide'), actFold(other, 'decide')]
  for (const fold of folds) {
    if ((await fold.getAttribute('open')) === null) await fold.locator(':scope > summary').click()
    await fold.getByRole('textbox').fill('公示期满无异议，同意认定。')
    await fold.locator('.btn-seal').click()
  }
  const answers = [page, other].map((desk) =>
    desk.waitForResponse((one) => one.url().endsWith('/decide')),
  )
  await Promise.all(folds.map((fold) => fold.locator('[data-sure]').click()))
  const statuses = await Promise.all(answers.map(async (one) => (await one).status()))
  expect([...statuses].sort()).toEqual([200, 409])
  const [winner, loser] = statuses[0] === 200 ? [page, other] : [other, page]
  const by = winner === page ? '陈立新' : '郭磊（代行陈立新）'
  const told = loser.getByRole('alert')
  await expect(told).toContainText(`“决定认定”已由${by}于 2026-03-16 办理，没有重复办理。`)
  await expect(told).toContainText('无需再办。请刷新页面，按页面列出的事项继续。')
  await loser.reload()
  await expect(actFold(loser, 'decide')).toHaveCount(0)
  await expect(loser.locator('.act-what b').filter({ hasText: '决定认定' })).toHaveCount(1)
  await other.context().close()
})

test('two officers send one case back at once: it goes back one step, and the other reads why', async ({
  browser,
  baseURL,
  page,
  signIn,
}) => {
  const party = '天山北麓大学科技园发展中心'
  await signIn('ma.xiaodong')
  const other = await anotherDesk(browser, baseURL ?? '')
  await openCase(page, party)
  await openCase(other, party)
  for (const [desk, reason] of [
    [page, '审议记录不完整，退回重新审议。'],
    [other, '审议材料缺页，退回重新审议。'],
  ] as const) {
    const fold = actFold(desk, 'send-back')
    await fold.locator(':scope > summary').click()
    await fold.getByRole('textbox').fill(reason)
    await fold.locator('.btn-main').click()
    await expect(fold.getByRole('textbox').or(desk.getByRole('alert')).first()).toBeVisible()
    if (desk === page) await expect(page.getByText('评审完成').first()).toBeVisible()
  }
  const told = other.getByRole('alert')
  await expect(told).toContainText('现阶段不能办理“退回上一环节”。')
  await expect(told).toContainText('马晓东已于 2026-03-16 办理“退回上一环节”')
  await other.reload()
  await expect(other.getByText('评审完成').first()).toBeVisible()
  await other.context().close()
})
