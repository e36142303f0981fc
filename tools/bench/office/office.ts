import { join } from 'node:path'
import { attachEmbedded } from '../../../server/src/kernel/database/index.ts'
import { DEFAULT_ZONE } from '../../../server/src/kernel/index.ts'
import { cookieOf, signedIn } from '../../../testing/client.ts'
import { newHome, type Product, removeHome, startProduct } from '../../../testing/product.ts'
import { fillUp } from '../many-cases.ts'
import { decideAtOnce } from './decide-at-once.ts'
import { exportTable } from './export-table.ts'
import { carry } from './load.ts'
import { memoryOf, startBare } from './process.ts'
import { type Size, seedOffice } from './seed.ts'

export type Wish = Size & { readonly seconds: number; readonly exported: number }

type Urls = { readonly adminUrl: string; readonly appUrl: string }

/** Nobody is told off for asking too often while a bench asks as often as it can. */
const UNBOUNDED = { BANFA_REQUESTS_PER_MINUTE: '100000000', BANFA_LOG_LEVEL: 'warn' }

/** An office of many cases in many zones under load: one process, one database, one machine. */
export async function benchOffice(wish: Wish) {
  const home = await newHome()
  const product = await startProduct(home, UNBOUNDED)
  try {
    const urls = await attachEmbedded(join(home, 'database'))
    if (!urls) throw new Error('The product runs without its embedded database')
    return await measured(product, urls, wish)
  } finally {
    await product.stop()
    await removeHome(home)
  }
}

async function measured(product: Product, urls: Urls, wish: Wish) {
  const decisions = await decideAtOnce(product.address, 100)
  const officer = await signedIn(product.address, OFFICER)
  // One of the demo's own: its record is whole, the copies' is not.
  const own = await officer<{ rows: One[] }>('GET', '/api/cases?stage=filed')
  const one = own.rows[0] ?? { id: '', service: '' }
  const seeded = await seedOffice(urls.adminUrl, wish)
  const pages = await underLoad({ product, urls, one }, wish)
  const { now } = await memoryOf(product.pid)
  await fillUp(urls.adminUrl, wish.exported)
  const exported = await exportTable(product, wish.exported)
  return { seeded, ...pages, decisions, exported, memory: now }
}

type One = { readonly id: string; readonly service: string }
type Stage = { readonly product: Product; readonly urls: Urls; readonly one: One }

/** By turns, so that what else the machine does weighs on both. */
async function underLoad({ product, urls, one }: Stage, { seconds }: Wish) {
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
