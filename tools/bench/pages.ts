import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { attachEmbedded, withClient } from '../../server/src/kernel/database/index.ts'
import { type Client, signedIn } from '../../testing/client.ts'
import { newHome, type Product, removeHome, startProduct } from '../../testing/product.ts'
import { fillUp } from './many-cases.ts'
import { timed } from './timing.ts'

/** A city officer's queue and one case page over HTTP, with more and more cases around them. */
export async function benchPages(sizes: readonly number[], times: number) {
  const home = await newHome()
  const product = await startProduct(home)
  try {
    return await measured(product, { sizes, times })
  } finally {
    await product.stop()
    await removeHome(home)
  }
}

type Wish = { readonly sizes: readonly number[]; readonly times: number }

async function measured(product: Product, { sizes, times }: Wish) {
  const database = await attachEmbedded(join(product.home, 'database'))
  if (!database) throw new Error('The product runs without its embedded database')
  const officer = await signedIn(product.address, 'ma.xiaodong')
  const { rows } = await officer<{ rows: { id: string }[] }>('GET', '/api/cases')
  const page = `/api/cases/${rows[0]?.id}`
  const figures = []
  for (const size of sizes) {
    const cases = await fillUp(database.adminUrl, size)
    figures.push({
      cases,
      queue: await timed(times, () => officer('GET', '/api/cases?limit=30')),
      page: await timed(times, () => officer('GET', page)),
      ...(await statements(database.adminUrl, { product, officer, page })),
    })
  }
  return figures
}

type Asked = { readonly product: Product; readonly officer: Client; readonly page: string }

/** Counted by the server itself, with BEGIN, settings, session look-up and COMMIT. */
async function statements(adminUrl: string, { product, officer, page }: Asked) {
  const log = join(product.home, 'database/postgres.log')
  await logging(adminUrl, 'all')
  const count = async (path: string) => {
    const counts: number[] = []
    for (let time = 0; time < 5; time += 1)
      counts.push(await linesOf(log, () => officer('GET', path)))
    return Math.min(...counts)
  }
  const counted = {
    queueStatements: await count('/api/cases?limit=30'),
    pageStatements: await count(page),
  }
  await logging(adminUrl, 'none')
  return counted
}

function logging(adminUrl: string, what: 'all' | 'none') {
  return withClient(adminUrl, async (client) => {
    await client.query(`alter system set log_statement = '${what}'`)
    await client.query('select pg_reload_conf()')
    await sleep(200)
  })
}

/** The least of several, because the product's own jobs ask something now and then too. */
async function linesOf(log: string, act: () => Promise<unknown>): Promise<number> {
  const file = await open(log)
  const { size } = await file.stat()
  await act()
  await sleep(150)
  const { buffer, bytesRead } = await file.read({ position: size, buffer: Buffer.alloc(4_000_000) })
  await file.close()
  const said = buffer.subarray(0, bytesRead).toString('utf8')
  return [...said.matchAll(/LOG: {2}(?:statement|execute [^:]*):/g)].length
}
