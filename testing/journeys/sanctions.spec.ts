import type { Page } from '@playwright/test'
import { openCase } from '../desks.ts'
import { expect, test } from '../journey.ts'

test.use({ story: 'sanctions' })

async function step(page: Page, name: string) {
  const fold = page.locator(`details[data-step="${name}"]`)
  await fold.locator(':scope > summary').click()
  return fold
}

async function seal(page: Page, name: string) {
  const fold = page.locator(`details[data-step="${name}"]`)
  await fold.locator('.btn-seal').click()
  await fold.locator('[data-sure]').click()
  await expect(fold).toHaveCount(0)
}

test('a recognition is revoked after notice, statement and hearing, and restored when lifted', async ({
  page,
  signIn,
  setDay,
  expectAccessible,
}) => {
  const certified = await certifiedCase(page, signIn)
  await signIn('ma.xiaodong')
  await openCase(page, certified.party)
  const proposing = await step(page, 'propose')
  await proposing.getByRole('combobox').selectOption('fraud')
  await proposing.locator('textarea').fill('经函询出租方，申报所附场地租赁合同系伪造。')
  await proposing.locator('.btn-seal').click()
  await proposing.locator('[data-sure]').click()
  await expect(page.getByText('告知书待送达')).toBeVisible()

  await signIn(certified.login)
  await page.goto(`/apply/cases/${certified.id}`)
  await page.getByRole('button', { name: '签收告知书' }).click()
  await page.getByLabel('陈述和申辩').fill('合同由中介代办，请核实原件。')
  await page.getByLabel('申请听证').check()
  await expectAccessible()
  await page.getByRole('button', { name: '提交答复' }).click()
  await expect(page.getByText('待听证')).toBeVisible()

  await signIn('chen.lixin')
  await openCase(page, certified.party)
  await expect(page.locator('#sanctions')).toContainText('请核实原件')
  const deciding = await step(page, 'decide')
  await deciding.locator('textarea').fill('处理意见成立。')
  await deciding.locator('.btn-seal').click()
  await deciding.locator('[data-sure]').click()
  await expect(deciding).toContainText('听证尚未举行')

  await signIn('ma.xiaodong')
  await openCase(page, certified.party)
  const summoning = await step(page, 'summon')
  const day = '2026-04-15'
  await summoning.getByLabel('听证日期').fill(day)
  await summoning.getByLabel('时刻').fill('10时')
  await summoning.getByLabel('地点').fill('市科技局三楼会议室')
  await summoning.getByLabel('主持人').fill('陈立新')
  await summoning.getByLabel('联系人和电话').fill('马晓东，0991-0000000')
  await seal(page, 'summon')

  await signIn('chen.lixin')
  await setDay(day)
  await signIn('chen.lixin')
  await openCase(page, certified.party)
  const hearing = await step(page, 'hear')
  await hearing.getByLabel('到场人员').fill('陈立新、马晓东、申报单位代表')
  await hearing.locator('textarea').fill('当事人未能提交合同原件。')
  await seal(page, 'hear')
  const decided = await step(page, 'decide')
  await decided.locator('textarea').fill('当事人的陈述没有证据，不予采纳。')
  await seal(page, 'decide')
  await expect(page.getByText('已取消认定').first()).toBeVisible()
  await expectAccessible()
  await page.goto(`/verify/${encodeURIComponent(certified.number)}`)
  await expect(page.getByText('第11条').first()).toBeVisible()

  await openCase(page, certified.party)
  const lifting = await step(page, 'lift')
  await lifting.getByLabel('依据的条款或者文书').fill('行政复议法第64条')
  await lifting.locator('textarea').fill('复议机关认为证据不足，撤销处理决定。')
  await seal(page, 'lift')
  await expect(page.getByText('已发证').first()).toBeVisible()
})

type Certified = { id: string; party: string; number: string; login: string }

/** A recognition of the demo that stands, with somebody who answers for its party. */
async function certifiedCase(
  page: Page,
  signIn: (login: string) => Promise<void>,
): Promise<Certified> {
  await signIn('ma.xiaodong')
  const { rows } = await (await page.request.get('/api/cases?stage=certified')).json()
  const view = await (await page.request.get(`/api/cases/${rows[0].id}`)).json()
  const people = await (await page.request.get('/api/demo/people')).json()
  const owner = people.find((one: { about?: { zh: string } }) =>
    JSON.stringify(one).includes(view.party.name),
  )
  return {
    id: view.id,
    party: view.party.name,
    number: view.certificate.number,
    login: owner.login,
  }
}
