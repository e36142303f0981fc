import { aPdf, assign, doAct, judgeAll, openCase, publishNotice } from '../desks.ts'
import { expect, test } from '../journey.ts'

test.use({ story: 'maker-base' })

const PARTY = '新疆红柳众创国际创客有限公司'
const EXPERTS = [
  ['li.wenbo', '李文博'],
  ['zhang.huimin', '张慧敏'],
  ['wu.fan', '吴帆'],
] as const

test('a maker base one talent short is told the article, mends it, and is recognised', async ({
  page,
  signIn,
  setDay,
  expectAccessible,
  takePicture,
}) => {
  test.setTimeout(240_000)

  await test.step('the applicant reads the reason, changes the number, hands in the paper, files', async () => {
    await signIn('xu.jie')
    await page.goto('/apply')
    await page.getByRole('link', { name: '继续填报' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('填报')
    await expectAccessible()
    await takePicture('form')
    const talents = page.getByLabel(/有海外背景的高层次人才共多少人/)
    await expect(talents).toHaveValue('4')
    await talents.fill('5')
    await talents.blur()
    await page
      .getByRole('group', { name: /海外高层次人才/ })
      .locator('input[type=file]')
      .setInputFiles(await aPdf(page, '海外高层次人才人数说明'))
    await expect(page.getByRole('link', { name: '海外高层次人才人数说明.pdf' })).toBeVisible()
    await page.locator('#filing').getByRole('checkbox').check()
    await page
      .locator('#filing')
      .getByRole('button', { name: /提交申报/ })
      .click()
    await expect(page).toHaveURL(/\/apply\/cases\/[0-9a-f-]+$/)
    await expect(page.getByText('已申报，待受理').first()).toBeVisible()
  })

  await test.step('the district accepts, judges its own condition and recommends', async () => {
    await signIn('wang.lina')
    await openCase(page, PARTY)
    await takePicture('case-office')
    await doAct(page, 'accept', '')
    await judgeAll(page, '符合', '近三年无行政处罚，经营正常。')
    await doAct(page, 'recommend', '材料齐全并经实地查看，符合推荐要求，同意推荐。')
    await expect(page.getByText('已推荐，待评审').first()).toBeVisible()
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
      await judgeAll(page, '符合', '材料能够相互印证，抽查无出入。')
    }
  })

  await test.step('deliberation, then a notice with its window', async () => {
    await signIn('ma.xiaodong')
    await openCase(page, PARTY)
    await doAct(page, 'conclude-review', '')
    await doAct(page, 'deliberate', '经局长办公会审议，同意列入拟认定名单。')
    await publishNotice(page, PARTY, '拟认定国际创新创业创客基地名单公示（三）')
  })

  await test.step('nothing can be proposed while the window runs; after it, two people decide', async () => {
    await openCase(page, PARTY)
    await expect(page.locator('details[data-act="propose"]')).toHaveCount(0)
    await setDay('2026-03-30')
    await openCase(page, PARTY)
    await doAct(page, 'propose', '公示期满无异议，建议予以认定。')
    await expect(page.locator('details[data-act="decide"]')).toHaveCount(0)
    await signIn('chen.lixin')
    await openCase(page, PARTY)
    await doAct(page, 'decide', '同意认定。')
    await signIn('ma.xiaodong')
    await openCase(page, PARTY)
    await doAct(page, 'certify', '')
  })

  await test.step('anyone verifies the certificate', async () => {
    await signIn('xu.jie')
    await page.goto('/apply')
    await page.getByRole('link', { name: '国际创新创业创客基地认定' }).first().click()
    await page.locator('main a[href^="/verify/"]').first().click()
    await expect(page.getByText('有效').first()).toBeVisible()
    await expect(page.getByText(PARTY)).toBeVisible()
    await takePicture('verify')
  })
})
