import { expect, test } from '../journey.ts'

test('anybody opens the front page in Chinese, and nothing bars a screen reader', async ({
  page,
  expectAccessible,
  takePicture,
}) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', /zh/)
  await expectAccessible()
  await takePicture('front')
})

test('a demo person is let in from the sign-in page with one click', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /马晓东/ }).click()
  await expect(page).not.toHaveURL(/sign-in/)
})

test('the day goes forward for everybody, never back', async ({ page, setDay, signIn }) => {
  await signIn('ma.xiaodong')
  await setDay('2026-03-17')
  const zone = await (await page.request.get('/api/zone')).json()
  expect(zone.today).toBe('2026-03-17')
})
