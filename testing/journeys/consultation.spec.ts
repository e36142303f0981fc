import { expect, test } from '../journey.ts'

test.use({ story: 'consultation' })

const TITLE = '就《科技保险补贴办法（征求意见稿）》公开征求意见'
const DRAFT = `科技保险补贴办法（征求意见稿）

第一条 为了支持企业购买科技保险，制定本办法。

第二条 补贴比例为实际保费的30%，每家企业每年不超过10万元。

第三条 本办法自印发之日起施行。
`

test('a draft goes from publication to its summary: commented, answered, nobody named', async ({
  page,
  signIn,
  setDay,
  expectAccessible,
}) => {
  test.setTimeout(150_000)
  await signIn('ma.xiaodong')
  await page.goto('/office/drafts')
  await page.getByLabel('中文标题').fill(TITLE)
  await page.getByLabel('英文标题').fill('Comments on the draft Measures for Insurance Subsidies')
  await page.getByLabel('其他反馈方式（联系人、电话、地址）').fill('市科技局法规处，0991-0000000')
  await page.getByLabel('起草说明（也可稍后上传文件）').fill('企业反映保费负担较重。')
  await page.getByRole('button', { name: '准备', exact: true }).click()
  const file = { name: '草案.txt', mimeType: 'text/plain', buffer: Buffer.from(DRAFT) }
  await page.getByLabel('上传草案文本（docx、txt、md）').setInputFiles(file)
  await expect(page.getByText('已读取 3 条')).toBeVisible()
  await expect(page.getByText('由签发人发布。')).toBeVisible()
  const desk = new URL(page.url()).pathname

  await signIn('chen.lixin')
  await page.goto(desk)
  await page.getByRole('button', { name: '发布征求意见' }).click()
  await page.locator('[data-sure]').click()
  await expect(page.getByText('还没有收到意见。')).toBeVisible()

  await page.context().clearCookies()
  await page.goto('/drafts')
  await page.getByRole('link', { name: TITLE }).click()
  await page.getByRole('button', { name: '对第2条提意见' }).click()
  await page.getByLabel('意见', { exact: true }).fill('建议将补贴比例提高到50%。')
  await page.getByLabel('姓名', { exact: true }).fill('热心市民王某')
  await page.getByRole('textbox', { name: '联系方式' }).fill('13900000000')
  await expect(page.getByRole('button', { name: '提交意见' })).toBeDisabled()
  await page.getByRole('checkbox', { name: /我同意/ }).check()
  await expectAccessible()
  await page.getByRole('button', { name: '提交意见' }).click()
  await expect(page.getByText('意见已收到，编号')).toBeVisible()
  const mine = page.getByRole('region', { name: '我的意见' })
  await expect(mine.getByText('尚未公布答复')).toBeVisible()
  const draft = new URL(page.url()).pathname

  await signIn('ma.xiaodong')
  await page.goto(desk)
  await page.getByRole('checkbox', { name: /选择意见/ }).check()
  await page.getByLabel('意见要点（公开，不写个人信息）').fill('建议提高补贴比例。')
  await page.getByRole('radio', { name: '部分采纳' }).check()
  await page.getByLabel('理由（公开）').fill('根据预算承受能力提高到40%。')
  await expectAccessible()
  await page.getByRole('button', { name: '保存答复' }).click()
  await expect(page.getByText('1 条，其中 0 条待答复')).toBeVisible()

  await signIn('chen.lixin')
  await setDay('2026-04-16')
  await page.goto(desk)
  await page.getByRole('button', { name: '公布采纳情况' }).click()
  await page.locator('[data-sure]').click()
  await expect(page.getByText('采纳情况已公布：')).toBeVisible()

  await page.context().clearCookies()
  await page.goto(draft)
  await expect(page.getByText('共收到意见 1 条')).toBeVisible()
  await expect(mine.getByText('部分采纳')).toBeVisible()
  await mine.getByRole('button', { name: '删除姓名和联系方式' }).click()
  await expect(mine.getByText('姓名和联系方式已删除')).toBeVisible()
  await expect(page.getByText('征求意见已于2026-04-15截止。')).toBeVisible()
  expect(await page.locator('main').textContent()).not.toContain('王某')
  await expectAccessible()
  const pdf = await page.request.get(`/api/consultations/${draft.split('/').at(-1)}/summary`)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
})
