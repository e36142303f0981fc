import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { newHome, type Product, removeHome, startProduct } from './product.ts'

export { expect }

type Helpers = {
  /** Signs in as a demo person by login, in this test's browser; goes to the front page. */
  readonly signIn: (login: string) => Promise<void>
  /** Sets the demo's day forward (yyyy-mm-dd), for everybody. */
  readonly setDay: (day: string) => Promise<void>
  /** Fails on anything axe finds against WCAG 2.2 AA on the page as it stands. */
  readonly expectAccessible: () => Promise<void>
  /** Writes docs/pictures/<name>.png when pictures are asked for (`npm run pictures`). */
  readonly takePicture: (name: string) => Promise<void>
}

const password = 'banfa-demo'
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * A test with the real product behind it: the demo, in its own folder, once per worker. Files that
 * name another `story` get another worker, so that no story meets what another one has done.
 */
export const test = base.extend<Helpers, { story: string; product: Product }>({
  story: ['front', { scope: 'worker', option: true }],
  product: [
    async ({ story: _ }, use) => {
      const home = await newHome()
      const product = await startProduct(home)
      await use(product)
      await product.stop()
      await removeHome(home)
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ product }, use) => use(product.address),
  signIn: async ({ page, baseURL }, use) => {
    await use(async (login) => {
      const given = { data: { login, password }, headers: { origin: baseURL ?? '' } }
      const answer = await page.request.post('/api/session', given)
      expect(answer.status(), await answer.text()).toBe(200)
      await page.goto('/')
    })
  },
  setDay: async ({ page, baseURL }, use) => {
    await use(async (day) => {
      const given = { data: { day }, headers: { origin: baseURL ?? '' } }
      const answer = await page.request.post('/api/demo/day', given)
      expect(answer.status(), await answer.text()).toBe(200)
      await page.reload()
    })
  },
  expectAccessible: async ({ page }, use) => {
    await use(async () => {
      await settled(page)
      // What is scrolled half under the head that stays would count as too small to touch.
      await page.evaluate(() => window.scrollTo(0, 0))
      const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze()
      const found = violations.map(({ id, help, nodes }) => ({
        id,
        help,
        at: nodes.map((node) => node.target.join(' ')).slice(0, 5),
      }))
      expect(found).toEqual([])
    })
  },
  takePicture: async ({ page }, use) => {
    await use(async (name) => {
      if (!process.env.BANFA_PICTURES) return
      await settled(page)
      await page.screenshot({ path: `docs/pictures/${name}.png`, animations: 'disabled' })
    })
  },
})

/** Chinese text is measured only once its font is there. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}
