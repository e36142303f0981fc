import type { Page } from '@playwright/test'
import { doAct, openCase, publishNotice } from '../desks.ts'
import { expect, test } from '../journey.ts'

test.use({ story: 'records', permissions: ['clipboard-read', 'clipboard-write'] })

const PARTY = '昆仑智造加速器（新疆）有限公司'
const SHEET =
  '年度\t销售收入（万元）\t成本费用总额\t研发费用\n2025年\t1,200\t1000\t72\n2024年\t1,000\t900\t60'

/** Puts text on the clipboard and pastes it where the cursor is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((one) => navigator.clipboard.writeText(one), text)
  await page.keyboard.press('Control+V')
}

const years = (page: Page) => page.getByRole('group', { name: '近三个会计年度的数据' })

test('yearly figures are pasted into the self-check, which tells nobody', async ({
  page,
  expectAccessible,
  takePicture,
}) => {
  const asked: string[] = []
  await page.goto('/measures/tech-sme-2017/check/tech-sme-entry')
  await page.getByRole('button', { name: '一次列出全部问题' }).click()
  await years(page).getByLabel('销售收入 2025').waitFor()
  page.on('request', (request) => asked.push(request.url()))
  await years(page).getByLabel(/^年度/).first().focus()
  await paste(page, SHEET)
  await expect(years(page).getByLabel('研发费用 2024')).toHaveValue('60')
  await years(page).getByLabel('研发费用 2025').fill('七十二')
  await expect(years(page)).toContainText('请填数字')
  await years(page).getByLabel('研发费用 2025').fill('72')
  await expect(years(page)).not.toContainText('请填数字')
  await page.getByLabel('上一年度职工总数是多少？').fill('40')
  await page.getByLabel('其中科技人员有多少人？').fill('12')
  await expect(page.getByText('年销售收入不超过2亿元')).toBeVisible()
  expect(asked.filter((url) => url.includes('/api/'))).toEqual([])
  await expectAccessible()
  await years(page).scrollIntoViewIfNeeded()
  await takePicture('records')
})

test('an application with yearly figures goes from the table to the number and its last day', async ({
  page,
  signIn,
  setDay,
  expectAccessible,
}) => {
  test.setTimeout(240_000)

  await test.step('what the register knows is not asked; the figures are pasted, one is forgotten', async () => {
    await signIn('tang.yi')
    await page.goto('/calls')
    await page.getByRole('link', { name: /2026年科技型中小企业评价/ }).click()
    await page.getByRole('link', { name: /申报/ }).last().click()
    await page.getByRole('button', { name: /开始填报|开始申报/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('填报')
    await expect(page.getByText('市场主体登记信息').first()).toBeVisible()
    await page.getByLabel('上一年度职工总数是多少？').fill('40')
    await page.getByLabel('其中科技人员有多少人？').fill('12')
    await page
      .getByRole('group', { name: /属于国家禁止/ })
      .getByLabel('否')
      .check()
    await page.getByLabel(/Ⅰ类知识产权有多少项/).fill('1')
    await page.getByLabel(/Ⅱ类知识产权有多少项/).fill('0')
    await years(page).getByLabel(/^年度/).first().focus()
    await paste(page, SHEET)
    await page
      .getByText(/已保存/)
      .first()
      .waitFor()
    await expectAccessible()
    await file(page)
  })

  await test.step('the officer sees the table, and what is missing is told at once', async () => {
    await signIn('zhou.ning')
    await openCase(page, PARTY)
    await expect(page.getByRole('table', { name: '年度财务数据' })).toContainText('1200万元')
    await doAct(page, 'return', '请补填资产总额。')
  })

  await test.step('the applicant corrects, the table is as it was', async () => {
    await signIn('tang.yi')
    await page.goto('/apply')
    await page
      .getByRole('link', { name: /补正|继续填报/ })
      .first()
      .click()
    await expect(years(page).getByLabel('销售收入 2025')).toHaveValue('1,200')
    await page.getByLabel('上年末资产总额是多少？').fill('3000')
    await page
      .getByText(/已保存/)
      .first()
      .waitFor()
    await file(page)
  })

  await test.step('form check, report, list, notice of ten working days', async () => {
    await signIn('zhou.ning')
    await openCase(page, PARTY)
    await doAct(page, 'accept', '')
    await doAct(page, 'recommend', '填报完整，符合条件，报自治区科技厅。')
    await signIn('yu.haibo')
    await openCase(page, PARTY)
    await doAct(page, 'conclude-review', '')
    await doAct(page, 'deliberate', '汇总无误，列入拟入库名单。')
    await publishNotice(page, PARTY, '2026年第一批拟入库科技型中小企业名单公示')
  })

  await test.step('after the notice two people decide; the number stands to 31 March of the next year', async () => {
    await setDay('2026-04-01')
    await openCase(page, PARTY)
    await doAct(page, 'propose', '公示期满无异议，建议入库。')
    await signIn('gao.feng')
    await openCase(page, PARTY)
    await doAct(page, 'decide', '同意入库。')
    await signIn('yu.haibo')
    await openCase(page, PARTY)
    await doAct(page, 'certify', '')
    await page.getByRole('link', { name: /科小〔2026〕001号/ }).click()
    await expect(page.getByText('2027-03-31')).toBeVisible()
    await signIn('tang.yi')
    await page.goto('/apply')
    await page.getByRole('link', { name: PARTY }).first().click()
    await expect(page.getByText(/有效期至 2027-03-31/)).toBeVisible()
    await expect(page.getByText('科技型中小企业编号有效期至')).toBeVisible()
  })
})

async function file(page: Page): Promise<void> {
  await page.locator('#filing').getByRole('checkbox').check()
  await page
    .locator('#filing')
    .getByRole('button', { name: /提交申报/ })
    .click()
  await expect(page).toHaveURL(/\/apply\/cases\/[0-9a-f-]+$/)
}
