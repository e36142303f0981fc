import { openCase } from '../desks.ts'
import { expect, test } from '../journey.ts'

test.use({ story: 'meeting' })

const PARTY = '塔河农业科学研究所'

test('a meeting is convened, votes with one member left out, settles its case and prints its minutes', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn('ma.xiaodong')
  await page.goto('/office/meetings')
  await expectAccessible()
  await page.getByLabel('会议名称').fill('2026年第一次国际孵化器认定审议会')
  await page.getByLabel('地点').fill('市科技局三楼会议室')
  await page.getByLabel('主持人').selectOption({ label: '陈立新' })
  await page.getByRole('button', { name: '召集', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('第一次国际孵化器认定审议会')
  for (const name of ['陈立新', '马晓东', '郭磊']) {
    await page.getByRole('checkbox', { name }).click()
    await expect(page.getByRole('checkbox', { name })).toBeChecked()
  }
  const item = page.locator('.meeting-item')
  await expect(item).toContainText(PARTY)
  await expectAccessible()

  const member = (name: string) => item.getByRole('listitem').filter({ hasText: name })
  await member('郭磊').getByRole('button', { name: '回避' }).click()
  await member('郭磊').getByRole('textbox').fill('曾任该单位顾问。')
  await member('郭磊').getByRole('button', { name: '回避' }).click()
  await expect(member('郭磊')).toContainText('回避：曾任该单位顾问。')
  for (const name of ['陈立新', '马晓东']) {
    await member(name).getByRole('button', { name: '赞成' }).click()
    await expect(member(name)).toContainText('赞成')
  }
  await item.getByLabel('结论理由').fill('材料齐全，评审意见一致。')
  await item.locator('.btn-seal').click()
  await item.locator('[data-sure]').click()
  await expect(item).toContainText('赞成 2 · 反对 0 · 弃权 0 · 可表决 2')

  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible()
  await page.getByLabel('议定事项').fill('同意按程序公示。')
  await page.locator('.btn-seal').click()
  await page.locator('[data-sure]').click()
  const minutes = page.getByRole('link', { name: /会议纪要/ })
  await expect(minutes).toBeVisible()
  const printed = await page.request.get((await minutes.getAttribute('href')) ?? '')
  expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-')

  await page.setViewportSize({ width: 1280, height: 800 })
  await openCase(page, PARTY)
  await expect(page.getByText('审议通过').first()).toBeVisible()
})
