import { openCase } from '../desks.ts'
import { expect, test } from '../journey.ts'

test.use({ story: 'change-report' })

const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)
/** Of GB/T 2260, by whom the demo has there. */
const DISTRICTS: Readonly<Record<string, string>> = { '650104': 'wang.lina', '650102': 'liu.yang' }

test('a change is reported, verified on a phone with a photograph, filed and settled', async ({
  page,
  signIn,
  setDay,
  expectAccessible,
}) => {
  await signIn('ma.xiaodong')
  const { rows } = await (await page.request.get('/api/cases?stage=certified')).json()
  const view = await (await page.request.get(`/api/cases/${rows[0].id}`)).json()
  const people = await (await page.request.get('/api/demo/people')).json()
  const owner = people.find((one: object) => JSON.stringify(one).includes(view.party.name))

  await signIn(owner.login)
  await page.goto(`/apply/cases/${view.id}`)
  await page.locator('#changes summary').click()
  await page.getByLabel('计划变更日期').fill('2026-04-20')
  await page.getByLabel('变更前后的内容').fill('孵化场地由一号楼迁至二号楼，面积不变。')
  await page.getByRole('button', { name: '提交报备' }).click()
  await expect(page.getByText('应于2026-03-20前报备')).toBeVisible()
  await expect(page.getByText('逾期报备')).toHaveCount(0)

  await setDay('2026-04-21')
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(DISTRICTS[view.district] ?? 'wang.lina')
  await openCase(page, view.party.name)
  const photo = { name: 'place.png', mimeType: 'image/png', buffer: PHOTO }
  await page.getByLabel('拍摄或者选择现场照片').setInputFiles(photo)
  await expect(page.getByRole('link', { name: '照片1' })).toBeVisible()
  await page.getByLabel('现场所见').fill('二号楼已启用，面积与报备一致。')
  await expectAccessible()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(390)
  await page.screenshot({ path: 'test-results/change-phone.png', fullPage: true })
  await page.getByRole('button', { name: '提交核查结果' }).click()
  await expect(page.getByText('与报备一致').first()).toBeVisible()

  await page.setViewportSize({ width: 1280, height: 800 })
  await signIn(owner.login)
  await page.goto(`/apply/cases/${view.id}`)
  await page.getByRole('textbox', { name: '变更报告' }).fill('场地已迁至二号楼，经区科技局核查。')
  await page.getByRole('button', { name: '提交变更报告' }).click()

  await signIn('ma.xiaodong')
  await openCase(page, view.party.name)
  await page.getByLabel('对认定的影响').selectOption('altered')
  await page.getByLabel('变更哪项登记内容').selectOption('place')
  await page.getByLabel('变更后的内容').fill('二号楼')
  await page.getByLabel('理由', { exact: true }).fill('面积和设施仍符合条件。')
  await page.getByRole('button', { name: '确认影响' }).click()
  await expect(page.getByText('保留认定，变更登记内容').first()).toBeVisible()
})
