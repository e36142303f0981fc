import type { Page } from '@playwright/test'
import { TOTP } from 'otpauth'
import { actFold, doAct, openCase } from '../desks.ts'
import { expect, test } from '../journey.ts'

test.use({ story: 'identity' })

/** Signs out by the button and waits until the server has said so. */
async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退出' }).click()
  await expect(page.getByRole('link', { name: '登录' }).first()).toBeVisible()
}

test('a passkey is added and signs in without a login or a password', async ({
  page,
  expectAccessible,
  baseURL,
}) => {
  // Passkeys belong to a name, not to an address in figures.
  const home = (baseURL ?? '').replace('127.0.0.1', 'localhost')
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(`${home}/sign-in`)
  await page.getByLabel('账号', { exact: true }).fill('ma.xiaodong')
  await page.getByLabel('密码', { exact: true }).fill('banfa-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).toHaveURL(/\/office/)
  await page.getByRole('link', { name: '马晓东' }).click()
  await page.getByRole('button', { name: '添加通行密钥' }).click()
  await expect(page.getByText('我的设备')).toBeVisible()
  await expectAccessible()
  await signOut(page)
  await page.goto(`${home}/sign-in`)
  await page.getByRole('button', { name: '用通行密钥登录' }).click()
  await expect(page).toHaveURL(/\/office/)
  await expect(page.getByRole('link', { name: '马晓东' })).toBeVisible()
  await page.goto(`${home}/me`)
  await expect(page.getByText('通行密钥', { exact: true }).first()).toBeVisible()
})

test('with two-step sign-in the password alone does not enter, password and code do', async ({
  page,
  signIn,
}) => {
  await signIn('liu.yang')
  await page.goto('/me')
  await page.getByRole('button', { name: '设置验证器' }).click()
  const secret = (await page.locator('[data-secret]').textContent()) ?? ''
  const code = () => new TOTP({ secret, digits: 6, period: 30 }).generate()
  const used = code()
  await page.getByLabel('验证器显示的六位数字').fill(used)
  await page.getByRole('button', { name: '启用' }).click()
  await expect(page.getByText('剩余恢复码 10 个')).toBeVisible()
  const recovery = (await page.locator('ul.mono > li').first().textContent()) ?? ''
  await signOut(page)
  await page.goto('/sign-in')
  await page.getByLabel('账号', { exact: true }).fill('liu.yang')
  await page.getByLabel('密码', { exact: true }).fill('banfa-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  const asked = page.getByLabel('验证码或恢复码')
  // The code that switched it on counts once.
  await asked.fill(used)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByText('验证码不正确')).toBeVisible()
  await asked.fill(recovery)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('link', { name: '刘洋' })).toBeVisible()
})

test('a session that ended is taken up again over the page, and what was typed is still there', async ({
  page,
  signIn,
}) => {
  await signIn('zhou.kai')
  await page.goto('/office/people')
  await page.getByText('添加人员', { exact: true }).first().click()
  await page.getByLabel('账号', { exact: true }).fill('new.officer')
  const sessions = await page.request.get('/api/me/sign-in')
  expect(sessions.status()).toBe(200)
  await page.context().clearCookies()
  await page.getByLabel('姓名', { exact: true }).fill('新来的')
  // Whatever is asked next finds the session gone.
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
  await page.getByRole('searchbox').fill('马')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('登录已过期')).toBeVisible({ timeout: 30_000 })
  await dialog.getByLabel('账号', { exact: true }).fill('zhou.kai')
  await dialog.getByLabel('密码', { exact: true }).fill('banfa-demo')
  await dialog.getByRole('button', { name: '登录', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByLabel('账号', { exact: true })).toHaveValue('new.officer')
  await expect(page.getByLabel('姓名', { exact: true })).toHaveValue('新来的')
})

test('while the deputy director is away a colleague decides, and the case says in whose place', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const party = '新疆白杨新能源创客服务有限公司'
  await signIn('chen.lixin')
  await page.goto('/office/away')
  await page.getByLabel('代行人').selectOption({ label: '郭磊' })
  await page.getByLabel('至', { exact: true }).fill('2026-12-31')
  await page.getByLabel('原因').fill('赴北京培训，由同事代行')
  await page.getByRole('button', { name: '确定' }).click()
  await expect(page.getByText('郭磊 代行 陈立新')).toBeVisible()
  await expectAccessible()
  await signIn('guo.lei')
  await openCase(page, party)
  await expect(actFold(page, 'decide').getByText('代行 陈立新')).toBeVisible()
  await doAct(page, 'decide', '公示期满无异议，符合认定条件。')
  const decided = page.locator('.act').filter({ hasText: '郭磊' })
  await expect(decided.filter({ hasText: '代行 陈立新' })).toBeVisible()
})

test('who handles a matter is found by asking', async ({ page, expectAccessible }) => {
  await page.goto('/who')
  await page.getByLabel(/要办什么事/).fill('孵化器认定找谁')
  await expect(page.getByText('国际孵化器认定').first()).toBeVisible()
  await expect(page.getByRole('main').getByText('乌鲁木齐市科技局').first()).toBeVisible()
  await expectAccessible()
})
