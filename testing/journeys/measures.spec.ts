import { expect, test } from '../journey.ts'

const measure = '/measures/international-incubators'

test('a measure is read article by article, with what is executed beside it', async ({
  page,
  expectAccessible,
  takePicture,
}) => {
  await page.goto(measure)
  await page.getByRole('link', { name: '第7条', exact: true }).click()
  await expect(page.getByRole('region', { name: '第7条' })).toBeInViewport()
  await expectAccessible()
  await takePicture('measure')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

  test('anybody asks whether they qualify, and nothing is wider than the screen', async ({
    page,
    expectAccessible,
    takePicture,
  }) => {
    await page.goto(`${measure}/check/maker-base-recognition`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    await expectAccessible()
    await takePicture('check-phone')
  })
})
