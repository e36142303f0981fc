import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { newHome, type Product, removeHome, startProduct } from '../product.ts'
import { randomFrom } from '../random.ts'
import {
  actUntilKilled,
  type Book,
  CASTS,
  type CaseSeen,
  emptyBook,
  lookAt,
  openPair,
  typedAt,
} from './acts.ts'
import { expectToldOnce } from './expect-told.ts'
import { type Listeners, openListeners } from './listeners.ts'
import { embeddedStore, type Store, serverStore } from './stores.ts'

/** More of them: `npm run crash -- 50`. The same seed falls into the same moments. */
const kills = Number(process.env.BANFA_KILLS ?? 4)
const seed = Number(process.env.BANFA_CRASH_SEED ?? 20_261_121)
const launcher = fileURLToPath(new URL('../../server/bin/banfa.mjs', import.meta.url))
const undo: (() => Promise<unknown>)[] = []

afterAll(async () => {
  for (const one of undo.reverse()) await one()
})

const said = `what was acknowledged is there after every power cut, told once, and the record is whole: ${kills} kills, moments from seed ${seed}`
const patience = 240_000 + kills * 90_000

/** Reads the processes below it from /proc, so the whole tree is found on Linux only. */
const isLinux = process.platform === 'linux'

test.skipIf(!isLinux)(
  `embedded: ${said}`,
  async ({ annotate }) => {
    const home = await newHome()
    undo.push(() => removeHome(home))
    await annotate(await survives(home, embeddedStore(home)))
  },
  patience,
)

test.skipIf(!isLinux)(
  `on a server: ${said}`,
  async ({ skip, annotate }) => {
    const store = await serverStore()
    if (!store) return skip('neither DATABASE_URL nor PostgreSQL 15 of Debian’s is there')
    undo.push(() => store.close())
    const home = await newHome()
    undo.push(() => removeHome(home))
    await annotate(await survives(home, store))
  },
  patience,
)

type Run = {
  readonly home: string
  readonly store: Store
  readonly listeners: Listeners
  readonly books: readonly Book[]
  readonly random: () => number
}

/** @returns what was measured */
async function survives(home: string, store: Store): Promise<string> {
  const listeners = await openListeners()
  undo.push(() => listeners.close())
  const books = CASTS.map(emptyBook)
  const run: Run = { home, store, listeners, books, random: randomFrom(seed) }
  let running = await start(run)
  undo.push(() => running.kill())
  await listeners.register(running.address)
  for (let time = 1; time <= kills; time += 1) {
    await actThenDie(running, run, time % 2 === 0)
    running = await start(run)
    for (const [at, cast] of CASTS.entries())
      expectKept(
        await lookAt(await openPair(running.address, cast)),
        books[at] ?? emptyBook(),
        cast,
      )
    await verify(run)
  }
  await expectToldOnce(run, kills)
  expect(filings(books)).toBeGreaterThanOrEqual(Math.floor(kills / 2))
  return `${kills} kills: ${filings(books)} filings acknowledged, ${listeners.arrived().size} webhooks arrived`
}

const filings = (books: readonly Book[]) =>
  books.reduce((sum, { receipts }) => sum + receipts.size, 0)

const start = ({ home, store, listeners }: Run): Promise<Product> =>
  startProduct(home, { ...store.env, ...listeners.env })

/**
 * The moment is drawn: it falls into saving, sealing, recording, answering and telling alike. Every
 * second one waits until something was filed, so that a slow machine is killed in full flight too.
 */
async function actThenDie(product: Product, run: Run, inFlight: boolean): Promise<void> {
  const { books, store, random } = run
  const pairs = await Promise.all(CASTS.map((cast) => openPair(product.address, cast)))
  let killed = false
  const acting = Promise.all(
    pairs.map((pair, at) => actUntilKilled(pair, books[at] ?? emptyBook(), () => killed)),
  )
  const before = filings(books)
  for (let time = 0; inFlight && filings(books) === before && time < 300; time += 1)
    await Promise.race([acting, sleep(100)])
  await Promise.race([acting, sleep(random() * 2_000)])
  killed = true
  await Promise.all([product.kill(), ...(random() < 0.5 ? [store.crash()] : [])])
  await acting
}

function expectKept(seen: CaseSeen, book: Book, { answer }: (typeof CASTS)[number]): void {
  expectNoneDoubled(seen)
  const kept = new Map(seen.acts.map(({ seq, hash }) => [seq, hash]))
  expect([...book.acts].filter(([seq, hash]) => kept.get(seq) !== hash)).toEqual([])
  expect(seen.revision).toBeGreaterThanOrEqual(book.revision)
  if (book.revision > 0) {
    const fact = seen.facts.find(({ name }) => name === answer)
    // A draft keeps what was typed (109 人), a filing the number.
    expect(Number.parseInt(String(fact?.value), 10)).toBe(typedAt(seen.revision))
  }
}

async function verify({ home, store }: Run): Promise<void> {
  await promisify(execFile)(process.execPath, [launcher, 'verify'], {
    env: { ...process.env, DATABASE_URL: undefined, BANFA_HOME: home, ...store.env },
  })
}

/** An act whose answer was lost may be there or not, but never twice. */
function expectNoneDoubled({ acts }: CaseSeen): void {
  const numbers = acts.map(({ seq }) => seq)
  expect(new Set(numbers).size).toBe(numbers.length)
  const inTurn = acts.map(({ act }) => act).filter((act) => act === 'file' || act === 'return')
  expect(inTurn.filter((act, at) => act === inTurn[at + 1])).toEqual([])
}
