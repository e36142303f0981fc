import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { newHome, type Product, removeHome, startProduct } from '../product.ts'
import { actUntilKilled, answer, type Book, emptyBook, lookAt, openPair, typedAt } from './acts.ts'

const kills = 6
const launcher = fileURLToPath(new URL('../../server/bin/banfa.mjs', import.meta.url))
const home = await newHome()
let running: Product | null = null

afterAll(async () => {
  await running?.kill()
  await removeHome(home)
})

/** Reads the processes below it from /proc, so the whole tree is found on Linux only. */
test.skipIf(process.platform !== 'linux')(
  'what was acknowledged is there after every power cut, and the record is whole',
  async () => {
    const book = emptyBook()
    running = await startProduct(home)
    for (let time = 1; time <= kills; time += 1) {
      await actsThenDies(running, book)
      running = await startProduct(home)
      await expectKept(running, book)
    }
    expect(book.receipts.size).toBeGreaterThan(kills)
  },
)

/** The moment is random: it falls into saving, sealing, recording and answering alike. */
async function actsThenDies(product: Product, book: Book): Promise<void> {
  const pair = await openPair(product.address)
  let killed = false
  const acting = actUntilKilled(pair, book, () => killed)
  await Promise.race([acting, sleep(1_000 + Math.random() * 2_000)])
  killed = true
  await product.kill()
  await acting
}

async function expectKept(product: Product, book: Book): Promise<void> {
  const seen = await lookAt(await openPair(product.address))
  const kept = new Map(seen.acts.map(({ seq, hash }) => [seq, hash]))
  expect([...book.acts].filter(([seq, hash]) => kept.get(seq) !== hash)).toEqual([])
  expect(seen.revision).toBeGreaterThanOrEqual(book.revision)
  if (book.revision > 0) {
    const fact = seen.facts.find(({ name }) => name === answer)
    // A draft keeps what was typed (109 人), a filing the number.
    expect(Number.parseInt(String(fact?.value), 10)).toBe(typedAt(seen.revision))
  }
  await promisify(execFile)(process.execPath, [launcher, 'verify'], {
    env: { ...process.env, BANFA_HOME: product.home, DATABASE_URL: undefined },
  })
}
