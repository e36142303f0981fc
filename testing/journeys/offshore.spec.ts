import { aPdf, assign, doAct, judgeAll, openCase, publishNotice } from '../desks.ts'
import { expect, test } from '../journey.ts'

test.use({ story: 'offshore' })

const PARTY = '西域数智产业孵化（乌鲁木齐）有限责任公司'
const EXPERTS = [
  ['li.wenbo', '李文博'],
  ['zhang.huimin', '张慧敏'],
  ['tian.rui', '田蕊'],
] as const

test('an offshore incubator corrects what it was told at once, and is recognised', async ({
  page,
  signIn,
  setDay,
  expectAccessible,
  takePicture,
}) => {
  test.setTimeout(240_000)

  await test.step('the applicant reads the whole list and completes it', async () => {
    await signIn('bai.lu')
    await page.goto('/apply')
    await page.getByRole('link', { name: '离岸孵化器认定' }).click()
    await expect(page.getByText('合作协议缺外文件的中文译本，请一并补充。').first()).toBeVisible()
    await expectAccessible()
    await takePicture('returned')
    await page.getByRole('link', { name: '去补正' }).click()
    const partner = page.getByRole('group', { name: /合作单位.*独立法人资格/ })
    await partner.getByRole('radio', { name: '是' }).check()
    for (const paper of [/合作单位.*证明/, /运营.*证明/]) {
      const place = page.getByRole('group', { name: paper })
      await place.locator('input[type=file]').setInputFiles(await aPdf(page, '证明材料'))
      await expect(place.getByRole('link', { name: '证明材料.pdf' })).toBeVisible()
    }
    await page.locator('#filing').getByRole('checkbox').check()
    await page
      .locator('#filing')
      .getByRole('button', { name: /提交申报/ })
      .click()
    await expect(page.getByText('已申报，待受理').first()).toBeVisible()
  })

  await test.step('the district accepts what is now complete and recommends', async () => {
    await signIn('wang.lina')
    await openCase(page, PARTY)
    await doAct(page, 'accept', '')
    await judgeAll(page, '符合', '近三年无行政处罚，经营正常。')
    await doAct(page, 'recommend', '补正后材料齐全，符合推荐要求，同意推荐。')
  })

  await test.step('the city assigns experts, each answers every condition once', async () => {
    await signIn('ma.xiaodong')
    await openCase(page, PARTY)
    await assign(
      page,
      EXPERTS.map(([, name]) => name),
    )
    for (const [login] of EXPERTS) {
      await signIn(login)
      await openCase(page, PARTY)
      await judgeAll(page, '符合', '合作协议和服务记录清楚，可以核实。')
    }
  })

  await test.step('to the certificate', async () => {
    await signIn('ma.xiaodong')
    await openCase(page, PARTY)
    await doAct(page, 'conclude-review', '')
    await doAct(page, 'deliberate', '经审议，同意列入拟认定名单。')
    await publishNotice(page, PARTY, '拟认定离岸孵化器名单公示（四）')
    await setDay('2026-04-02')
    await openCase(page, PARTY)
    await doAct(page, 'propose', '公示期满无异议，建议予以认定。')
    await signIn('chen.lixin')
    await openCase(page, PARTY)
    await doAct(page, 'decide', '同意认定。')
    await signIn('ma.xiaodong')
    await openCase(page, PARTY)
    await doAct(page, 'certify', '')
    await expect(page.getByRole('link', { name: /离孵〔2026〕\d+号/ })).toBeVisible()
  })
})
