import { join } from 'node:path'
import { attachEmbedded, withClient } from '../../../server/src/kernel/database/index.ts'
import { DEFAULT_ZONE } from '../../../server/src/kernel/index.ts'
import { cookieOf } from '../../../testing/client.ts'
import { newHome, type Product, removeHome, startProduct } from '../../../testing/product.ts'
import { fillUp } from '../many-cases.ts'
import { decideAtOnce } from './decide-at-once.ts'
import { exportTable } from './export-table.ts'
import { copyDrafts, fileDrafts, readyDraft } from './filing.ts'
import { carry } from './load.ts'
import { memoryOf, startBare } from './process.ts'
import { type Size, seedOffice } from './seed.ts'

export type Wish = Size & {
  readonly seconds: number
  readonly exported: number
  /** Applications filed, fifty a second. */
  readonly filings: number
  /** An empty database elsewhere; the embedded one when null. */
  readonly database: string | null
}

type Urls = { readonly adminUrl: string; readonly appUrl: string }
type Home = { readonly folder: string; readonly settings: Readonly<Record<string, string>> }

/** Nobody is told off for asking too often while a bench asks as often as it can. */
const UNBOUNDED = { BANFA_REQUESTS_PER_MINUTE: '100000000', BANFA_LOG: 'warn' }

/**
 * An office of many cases in many zones under load: one process, one database, one machine. What is
 * measured is a process that was started on the filled database and has done nothing else.
 */
export async function benchOffice(wish: Wish) {
  const own = wish.database === null ? {} : { DATABASE_URL: wish.database }
  const home = { folder: await newHome(), settings: { ...UNBOUNDED, ...own } }
  try {
    const filled = await during(home, (product) => filledUp(product, home, wish))
    const carried = await during(home, (product) => measured(product, { home, wish, filled }))
    const { decisions, seeded } = filled
    return {
      on: wish.database === null ? 'embedded' : 'DATABASE_URL',
      seeded,
      decisions,
      ...carried,
    }
  } finally {
    await removeHome(home.folder)
  }
}

async function during<Answer>(home: Home, work: (product: Product) => Promise<Answer>) {
  const product = await startProduct(home.folder, home.settings)
  try {
    return await work(product)
  } finally {
    await product.stop()
  }
}

async function urlsOf({ folder, settings }: Home): Promise<Urls> {
  const elsewhere = settings.DATABASE_URL
  if (elsewhere) return { adminUrl: elsewhere, appUrl: elsewhere }
  const urls = await attachEmbedded(join(folder, 'database'))
  if (!urls) throw new Error('The product runs without its embedded database')
  return urls
}

type Filled = Awaited<ReturnType<typeof filledUp>>

async function filledUp(product: Product, home: Home, wish: Wish) {
  const { adminUrl } = await urlsOf(home)
  const decisions = await decideAtOnce(product.address, 100)
  const draft = await readyDraft(product.address)
  const one = await oneFiled(adminUrl)
  const drafts = await copyDrafts(adminUrl, { of: draft.id, times: wish.filings })
  const seeded = await seedOffice(adminUrl, wish)
  return { decisions, one, seeded, drafts, revision: draft.revision }
}

type One = { readonly id: string; readonly service: string }

/** One of the demo's own: its record is whole, the copies' is not. */
function oneFiled(adminUrl: string): Promise<One> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<One>(
      `select case_id as id, service from case_board where zone_id = $1 and stage = 'filed' limit 1`,
      [DEFAULT_ZONE],
    )
    const [one] = rows
    if (!one) throw new Error('The demo has no case that was filed')
    return one
  })
}

type Stage = { readonly home: Home; readonly wish: Wish; readonly filled: Filled }

async function measured(product: Product, { home, wish, filled }: Stage) {
  const urls = await urlsOf(home)
  const pages = await underLoad({ product, urls, one: filled.one }, wish)
  const filing = await fileDrafts(product.address, { ...filled, rate: 50 })
  const memory = await memoryOf(product.pid)
  await fillUp(urls.adminUrl, wish.exported)
  const exported = await exportTable(product, wish.exported)
  return { ...pages, filing, memory, exported }
}

type Loaded = { readonly product: Product; readonly urls: Urls; readonly one: One }

/** By turns, so that what else the machine does weighs on both. */
async function underLoad({ product, urls, one }: Loaded, { seconds }: Wish) {
  const cookie = await cookieOf(product.address, OFFICER)
  const bare = await startBare([urls.appUrl, DEFAULT_ZONE])
  const { id, service } = one
  const list = {
    own: `${product.address}/api/cases?service=${service}&sort=since&order=desc`,
    bare: `${bare.address}/list?service=${service}`,
  }
  const page = { own: `${product.address}/api/cases/${id}`, bare: `${bare.address}/case/${id}` }
  const full = { cookie, connections: 20, seconds }
  const steady = { cookie, connections: 20, seconds, rate: 100 }
  const figures = {
    list: await besides(list, full),
    listSteady: await besides(list, steady),
    page: await besides(page, full),
    pageSteady: await besides(page, steady),
  }
  await bare.stop()
  return figures
}

type Both = { readonly own: string; readonly bare: string }

async function besides({ own, bare }: Both, load: Omit<Parameters<typeof carry>[0], 'url'>) {
  return { own: await carry({ ...load, url: own }), bare: await carry({ ...load, url: bare }) }
}

const OFFICER = 'ma.xiaodong'
