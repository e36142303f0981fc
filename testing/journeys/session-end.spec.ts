import { join } from 'node:path'
import type { Page } from '@playwright/test'
import pg from 'pg'
import { attachEmbedded } from '../../server/src/kernel/database/index.ts'
import { expect, test } from '../journey.ts'

test.use({ story: 'session-end' })

const MINUTE = 60

/** Lets the server's side of every session grow older; the page's own clock is moved beside it. */
async function age(home: string, column: 'seen_at' | 'opened_at', seconds: number): Promise<void> {
  const database = await attachEmbedded(join(home, 'database'))
  if (!database) throw new Error('the product does not run')
  const client = new pg.Client({ connectionString: database.adminUrl })
  await client.connect()
  await client.query(`update sessions set ${column} = ${column} - make_interval(secs => $1)`, [
    seconds,
  ])
  await client.end()
}

async function typeSomebodyNew(page: Page): Promise<void> {
  await page.goto('/office/people')
  await page.getByText('添加人员', { exact: true }).first().click()
  await page.getByLabel('账号', { exact: true }).fill('new.officer')
  await page.getByLabel('姓名', { exact: true }).fill('新来的')
}

/** Signs in over the page; what was typed on it is still there. */
async function signInOverThePage(page: Page, login: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('登录已过期')).toBeVisible({ timeout: 30_000 })
  await dialog.getByLabel('账号', { exact: true }).fill(login)
  await dialog.getByLabel('密码', { exact: true }).fill('banfa-demo')
  await dialog.getByRole('button', { name: '登录', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByLabel('账号', { exact: true })).toHaveValue('new.officer')
  await expect(page.getByLabel('姓名', { exact: true })).toHaveValue('新来的')
}

test('five minutes before an unused session ends it says so, is extended by a press, and ends if it is not', async ({
  page,
  product,
  signIn,
  expectAccessible,
}) => {
  await page.clock.install()
  await signIn('zhou.kai')
  await typeSomebodyNew(page)
  const warning = page.getByRole('status').filter({ hasText: '分钟后将退出登录' })
  await age(product.home, 'seen_at', 24 * MINUTE)
  await page.clock.fastForward(24 * MINUTE * 1000)
  await expect(warning).toHaveCount(0)

  await test.step('the warning, and extending', async () => {
    await age(product.home, 'seen_at', 2 * MINUTE)
    await page.clock.fastForward(2 * MINUTE * 1000)
    await expect(warning).toContainText('因未操作，4 分钟后将退出登录。已填写的内容不会丢失。')
    await expectAccessible()
    await warning.getByRole('button', { name: '继续使用' }).click()
    await expect(warning).toHaveCount(0)
    await age(product.home, 'seen_at', 10 * MINUTE)
    await page.clock.fastForward(10 * MINUTE * 1000)
    await expect(warning).toHaveCount(0)
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('the end', async () => {
    await age(product.home, 'seen_at', 31 * MINUTE)
    await page.clock.fastForward(31 * MINUTE * 1000)
    await signInOverThePage(page, 'zhou.kai')
  })
})

test('after twelve hours in use a session ends as well: the warning offers no more time', async ({
  page,
  product,
  signIn,
}) => {
  await page.clock.install()
  await signIn('zhou.kai')
  await typeSomebodyNew(page)
  await age(product.home, 'opened_at', 12 * 60 * MINUTE - 4 * MINUTE)
  // Whatever is asked next brings what is left of the session.
  await page.getByRole('searchbox').fill('马')
  const warning = page.getByRole('status').filter({ hasText: '登录满十二小时' })
  await expect(warning).toContainText(/登录满十二小时，[34] 分钟后须重新登录/)
  await expect(warning.getByRole('button')).toHaveCount(0)
  await age(product.home, 'opened_at', 5 * MINUTE)
  await page.clock.fastForward(5 * MINUTE * 1000)
  await signInOverThePage(page, 'zhou.kai')
})
