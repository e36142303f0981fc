import { expect, test } from '../journey.ts'

test('"do I qualify?" answers in the browser, without a word to the server', async ({ page }) => {
  const asked: string[] = []
  await page.goto('/measures/international-incubators/check/maker-base-recognition')
  await page.getByRole('radio', { name: '众创空间' }).waitFor()
  page.on('request', (request) => asked.push(request.url()))
  await page.getByRole('radio', { name: '众创空间' }).check()
  await page.getByRole('button', { name: '下一题' }).click()
  await expect(page.getByText(/已答 1 项/)).toBeVisible()
  expect(asked.filter((url) => url.includes('/api/'))).toEqual([])
})

test('the public pages speak English, frame and all', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: /English|切换语言/ }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  for (const path of ['/', '/measures', '/calls', '/notices', '/verify', '/sign-in']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('nav').first()).not.toContainText(/[一-鿿]/)
  }
})
