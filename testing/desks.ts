import { expect, type Locator, type Page } from '@playwright/test'

/** Opens a case from the queue of whoever is signed in, by the name of its applicant. */
export async function openCase(page: Page, party: string): Promise<void> {
  await page.goto('/office?all=true')
  await page.getByRole('link', { name: party }).click()
  await expect(page.getByRole('heading', { level: 1, name: party })).toBeVisible()
}

export const actFold = (page: Page, act: string) => page.locator(`details[data-act="${act}"]`)

/** Presses the button of a form; one with legal effect asks once more. */
async function press(form: Locator): Promise<void> {
  await form.locator('.btn-seal, .btn-main').last().click()
  const sure = form.locator('[data-sure]')
  if (await sure.count()) await sure.click()
}

/** Unfolds an act, says what it asks for, and does it; the act is then no longer offered. */
export async function doAct(page: Page, act: string, said: string): Promise<void> {
  const fold = actFold(page, act)
  if ((await fold.getAttribute('open')) === null) await fold.locator(':scope > summary').click()
  if (said) await fold.getByRole('textbox').fill(said)
  await press(fold)
  await expect(actFold(page, act)).toHaveCount(0)
}

/** Answers every judged condition that waits for the viewer. */
export async function judgeAll(
  page: Page,
  answer: '符合' | '不符合',
  reason: string,
): Promise<void> {
  const fold = actFold(page, 'judge')
  if ((await fold.getAttribute('open')) === null) await fold.locator(':scope > summary').click()
  for (const choice of await fold.getByRole('radio', { name: answer, exact: true }).all()) {
    await choice.check()
  }
  for (const field of await fold.getByRole('textbox').all()) await field.fill(reason)
  await fold.getByRole('button').last().click()
  await expect(actFold(page, 'judge')).toHaveCount(0)
}

/** Chooses experts by name and assigns them. */
export async function assign(page: Page, names: readonly string[]): Promise<void> {
  const fold = actFold(page, 'assign')
  for (const name of names) await fold.getByRole('checkbox', { name }).check()
  await fold.getByRole('button').last().click()
  await expect(page.getByText(`${names[0]}（`)).toBeVisible()
}

/** Publishes a notice with one name that has passed deliberation. */
export async function publishNotice(page: Page, party: string, title: string): Promise<void> {
  await page.goto('/office/notices')
  await page.getByRole('checkbox', { name: party }).check()
  await page.getByLabel('中文标题').fill(title)
  await page.getByLabel('英文标题').fill('Public notice of names to be recognised')
  await press(page.locator('form').last())
  await expect(page.getByRole('link', { name: title })).toBeVisible()
}

/** A real PDF, as a browser prints one, to hand in as a paper. */
export async function aPdf(page: Page, title: string) {
  const blank = await page.context().newPage()
  await blank.setContent(`<h1>${title}</h1><p>演示材料</p>`)
  const buffer = await blank.pdf()
  await blank.close()
  return { name: `${title}.pdf`, mimeType: 'application/pdf', buffer }
}
