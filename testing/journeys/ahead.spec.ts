import { expect, test } from '../journey.ts'

test.use({ story: 'ahead' })

test('an applicant sees what it is entitled to, and applies from there', async ({
  page,
  signIn,
  expectAccessible,
  takePicture,
}) => {
  await signIn('lin.qihang')
  await page.goto('/apply')
  // Answered by the product's own job, soon after it starts.
  const { person } = await (await page.request.get('/api/session')).json()
  const ahead = `/api/parties/${person.parties[0].id}/entitlements`
  await expect
    .poll(async () => (await (await page.request.get(ahead)).json()).rows.length, {
      timeout: 90_000,
    })
    .toBeGreaterThan(0)
  await page.getByRole('link', { name: '可以享受什么' }).first().click()
  const answer = page.getByRole('listitem').filter({ hasText: '国际创新创业创客基地认定' })
  await expect(answer.first()).toContainText('依据 2024-draft.1 版')
  await expect(answer.first()).toContainText('评审专家组提供')
  await expectAccessible()
  await takePicture('entitlements')
  await answer.first().getByRole('link', { name: '去申报' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '开始申报' })).toBeVisible()
})

test('a district sees its own parties, and takes the list with it', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn('wang.lina')
  await page.goto('/office/entitlements')
  await page.getByRole('link', { name: '国际创新创业创客基地认定' }).click()
  const rows = page.locator('table').last().locator('tbody tr')
  await expect(rows.first()).toBeVisible()
  for (const row of await rows.all()) await expect(row).toContainText('新市区（高新区）科技局')
  await page.getByLabel('结论').selectOption('met')
  await expect(page).toHaveURL(/answer=met/)
  await page.getByLabel('结论').selectOption('')
  await expectAccessible()
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出 CSV' }).click()
  expect((await file).suggestedFilename()).toMatch(/maker-base-recognition.*\.csv$/)
})

test('the city tries a number before it is written', async ({
  page,
  signIn,
  expectAccessible,
  takePicture,
}) => {
  await signIn('chen.lixin')
  await page.goto('/office/measures')
  await page
    .getByRole('region', { name: /国际孵化器管理办法/ })
    .getByRole('link', { name: '草案试算' })
    .click()
  await page.getByRole('button', { name: '开始试算' }).click()
  await expect(page.getByRole('status')).toContainText('共 14 户', { timeout: 30_000 })
  const area = page.getByRole('slider').first()
  await area.focus()
  await page.keyboard.press('End')
  await expect(page.getByText('（草案为 300）')).toBeVisible()
  await page.getByRole('button', { name: '恢复草案的数' }).click()
  await expect(page.getByText('（草案为 300）')).toHaveCount(0)
  await expectAccessible()
  await takePicture('simulation')
})
