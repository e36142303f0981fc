import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { newHome, type Product, removeHome, startProduct } from '../product.ts'
import { randomFrom } from '../random.ts'
import {
  actUntilKilled,
  answer,
  type Book,
  type CaseSeen,
  emptyBook,
  lookAt,
  openPair,
  typedAt,
} from './acts.ts'

/** More of them: `npm run crash -- 50`. The same seed falls into the same moments. */
const kills = Number(process.env.BANFA_KILLS ?? 6)
const seed = Number(process.env.BANFA_CRASH_SEED ?? 20_261_121)
const random = randomFrom(seed)
const launcher = fileURLToPath(new URL('../../server/bin/banfa.mjs', import.meta.url))
const home = await newHome()
let running: Product | null = null

afterAll(async () => {
  await running?.kill()
  await removeHome(home)
})

/** Reads the processes below it from /proc, so the whole tree is found on Linux only. */
test.skipIf(process.platform !== 'linux')(
  `what was acknowledged is there after every power cut, and the record is whole: ${kills} kills, moments from seed ${seed}`,
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
  kills * 60_000,
)

/** The moment is drawn: it falls into saving, sealing, recording and answering alike. */
async function actsThenDies(product: Product, book: Book): Promise<void> {
  const pair = await openPair(product.address)
  let killed = false
  const acting = actUntilKilled(pair, book, () => killed)
  await Promise.race([acting, sleep(1_000 + random() * 2_000)])
  killed = true
  await product.kill()
  await acting
}

async function expectKept(product: Product, book: Book): Promise<void> {
  const seen = await lookAt(await openPair(product.address))
  expectNoneDoubled(seen)
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

/** An act whose answer was lost may be there or not, but never twice. */
function expectNoneDoubled({ acts }: CaseSeen): void {
  const numbers = acts.map(({ seq }) => seq)
  expect(new Set(numbers).size).toBe(numbers.length)
  const inTurn = acts.map(({ act }) => act).filter((act) => act === 'file' || act === 'return')
  expect(inTurn.filter((act, at) => act === inTurn[at + 1])).toEqual([])
}
