import type { Page } from '@playwright/test'
import { expect, test } from '../journey.ts'

test.use({ story: 'pack-editor' })
test.describe.configure({ mode: 'serial' })

const editor = '/office/measures/international-incubators/editor'
const openFile = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '文件' }).getByRole('button', { name }).first().click()
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Puts the cursor at the end of the line that holds a text, as one finds it in a long file. */
async function goToEnd(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Control+f')
  await page.keyboard.type(text)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('End')
}

test('an officer breaks a formula and mends it, tries a threshold, and installs a version', async ({
  page,
  signIn,
  expectAccessible,
  takePicture,
}) => {
  const refused: string[] = []
  page.on('console', (said) => {
    if (said.type() === 'error') refused.push(said.text())
  })
  await signIn('chen.lixin')
  await page.goto('/office/measures')
  const measure = page.getByRole('region', { name: /国际孵化器管理办法/ })
  await measure.getByRole('link', { name: '查看和编写办法包' }).click()
  await expect(page.getByRole('status')).toContainText('没有错误，样例全部相符')
  await openFile(page, 'maker-base')
  const formula = 'that: 市内孵化场地面积 >= 300 平方米'
  const code = page.getByRole('textbox', { name: 'conditions/maker-base.yaml' })
  await expect(code).toBeVisible()
  await goToEnd(page, formula)

  // The article in the margin: what the line rests on.
  await expect(panel(page, '光标处')).toContainText('第7条(二)')
  await expectAccessible()

  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('人')
  await page.keyboard.press('Escape')
  const complaint = panel(page, '错误').getByRole('listitem').first()
  await expect(complaint).toContainText('不能与')
  await expect(complaint).toContainText(/conditions\/maker-base\.yaml:\d+/)
  await expect(complaint).toContainText('第7条(二)')
  await expect(panel(page, '样例')).toContainText('没有错误后才能运行样例')

  // A click leads to the place, also from another file.
  await openFile(page, 'gist')
  await complaint.getByRole('button').first().click()
  await expect(code).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('平方米')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('status')).toContainText('没有错误，样例全部相符')

  await goToEnd(page, formula)
  for (let at = 0; at < 7; at += 1) await page.keyboard.press('Backspace')
  await page.keyboard.type('400 平方米')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('status')).toContainText(/\d+ 个样例与条文答案不同/)
  await expect(panel(page, '样例')).toContainText('判断结果：条文答案为符合，现在得出不符合')
  await takePicture('pack-editor-example')

  // What was typed is there after a reload.
  await page.reload()
  await openFile(page, 'maker-base')
  await goToEnd(page, '400 平方米')
  await expect(page.locator('.cm-line', { hasText: '400 平方米' })).toBeVisible()

  const version = page.getByLabel('版本号')
  await expect(page.getByRole('button', { name: '安装', exact: true })).toBeDisabled()
  await version.fill('2026.trial')
  await page.getByRole('button', { name: '安装', exact: true }).click()
  await expect(panel(page, '安装为新版本')).toContainText('已安装 2026.trial')
  await expect(page).toHaveURL(/version=2026\.trial/)
  await expect(page.getByText('没有改动')).toBeVisible()
  await page.getByRole('link', { name: '去使其生效' }).click()
  await measure.getByText('使一个版本生效').click()
  await expect(measure.getByText('2026.trial')).toBeVisible()
  expect(refused.filter((text) => /Content Security Policy|Refused/.test(text))).toEqual([])
})

test('names are completed in a formula and explained under the pointer', async ({
  page,
  signIn,
}) => {
  await signIn('ma.xiaodong')
  await page.goto(editor)
  await openFile(page, 'maker-base')
  await goToEnd(page, 'that: 市内孵化场地面积 >=')
  await page.keyboard.type(' and 市内')
  const offers = page.getByRole('listbox')
  await expect(offers).toContainText('市内孵化场地面积')
  // A list that opens under somebody's hands takes no key for a moment.
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')
  await expect(page.locator('.cm-line', { hasText: 'and 市内孵化场地面积' })).toBeVisible()
  const card = page.locator('.cm-tooltip-hover')
  const cites = page.locator('.cm-line', { hasText: 'cite: 第7条(二)' })
  await cites.first().hover({ position: { x: 84, y: 10 } })
  await expect(card).toContainText('市内场地300平方米起')
  await page.locator('.cm-f-name', { hasText: '市内孵化场地面积' }).first().hover()
  await expect(card).toContainText('事实 · 面积 · 平方米')
  await expect(card).toContainText('提供者：申报单位')
  // Who handles cases reads and writes here, but does not install.
  await expect(page.getByRole('button', { name: '安装', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: '撤销全部改动' }).click()
  await expect(page.getByText('没有改动')).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

  test('the pack is read, and nothing is wider than the screen', async ({ page, signIn }) => {
    await signIn('chen.lixin')
    await page.goto(editor)
    await expect(page.getByRole('status')).toContainText('没有错误')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  })
})
