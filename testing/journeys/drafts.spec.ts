import { expect, test } from '../journey.ts'

test.use({ story: 'drafts' })

const password = 'banfa-demo'

/** The form of a draft that the signed-in applicant starts or goes on with. */
async function formOf(page: import('@playwright/test').Page): Promise<string> {
  const { rows } = await (await page.request.get('/api/cases')).json()
  const draft = rows.find((row: { stage: string }) => row.stage === 'draft')
  return `/apply/cases/${draft.id}/form`
}

test('two tabs and a lost line: nothing typed is lost, and a clash is put to a choice', async ({
  browser,
  baseURL,
  page,
  signIn,
}) => {
  await signIn('xu.jie')
  const form = await formOf(page)
  const other = await browser.newContext({ baseURL: baseURL ?? '' })
  await other.request.post('/api/session', {
    data: { login: 'xu.jie', password },
    headers: { origin: baseURL ?? '' },
  })
  const tab = await other.newPage()
  await page.goto(form)
  await tab.goto(form)
  const area = (of: typeof page) => of.getByLabel(/有海外背景的高层次人才共多少人/)
  const saved = (of: typeof page) => of.getByRole('status').filter({ hasText: '已保存' })
  await expect(area(page)).toBeVisible()
  await expect(area(tab)).toBeVisible()

  // The line of the first is lost; what it types waits on the device.
  await page.context().setOffline(true)
  await area(page).fill('6')
  await expect(page.getByRole('status').filter({ hasText: '尚未送出' })).toBeVisible()
  await area(tab).fill('7')
  await expect(saved(tab)).toBeVisible({ timeout: 2_000 })

  // The line is back: what waited is sent, and meets what was saved meanwhile.
  await page.context().setOffline(false)
  const conflict = page.getByRole('alert').filter({ hasText: '两种填法' })
  await expect(conflict).toBeVisible()
  await expect(conflict).toContainText('6 人')
  await expect(conflict).toContainText('7 人')
  await expect(conflict).toContainText('徐洁')
  await conflict.getByRole('button', { name: '保留本页的' }).click()
  await expect(conflict).toHaveCount(0)
  await expect(saved(page)).toBeVisible()

  // The second tab hears of it by itself.
  await expect(area(tab)).toHaveValue('6', { timeout: 15_000 })
  await other.close()
})

test('what was typed offline survives the closing of the page', async ({ page, signIn }) => {
  await signIn('xu.jie')
  const form = await formOf(page)
  await page.goto(form)
  const area = (of: typeof page) => of.getByLabel(/有海外背景的高层次人才共多少人/)
  await expect(area(page)).toBeVisible()
  const context = page.context()
  await context.route('**/api/cases/*/draft*', (route) => route.abort('internetdisconnected'))
  await area(page).fill('8')
  await expect(page.getByRole('status').filter({ hasText: '尚未送出' })).toBeVisible()
  await page.close()
  await context.unroute('**/api/cases/*/draft*')
  const again = await context.newPage()
  await again.goto(form)
  await expect(area(again)).toHaveValue('8')
  await expect(again.getByRole('status').filter({ hasText: '已保存' })).toBeVisible()
  const { facts } = await (
    await again.request.get(`/api${form.replace('/apply', '').replace('/form', '')}`)
  ).json()
  const talents = facts.find((fact: { name: string }) => fact.name.includes('talents'))
  expect(talents.value).toBe(8)
})
