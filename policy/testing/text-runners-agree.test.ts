import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersFor, appendAll, columnsFor, runner } from '../src/bulk.ts'
import { compile, readPack } from '../src/index.ts'
import { lower } from '../src/one-case.ts'
import type { Facts, Program } from '../src/run.ts'
import { compareAll, noneYet } from './differential.ts'
import { sha256 } from './packs.ts'
import { factsOfProgram } from './random-facts.ts'
import { days } from './random-formula.ts'
import { packs } from './random-pack.ts'

/** Programs of random pack text, and how many texts the compiler refused. */
function compiledPacks(count: number, seed: number) {
  const programs: Program[] = []
  let refused = 0
  for (const text of fc.sample(packs, { numRuns: count, seed })) {
    const { program } = compile(readPack(text), sha256)
    if (program) programs.push(program)
    else refused += 1
  }
  return { programs, refused }
}

const drawn = (program: Program, rows: number, seed: number): readonly Facts[] =>
  fc.sample(factsOfProgram(program), { numRuns: rows, seed })

test('packs of text, through parser, checker and compiler, run alike on every back end', () => {
  const tally = noneYet()
  const { programs, refused } = compiledPacks(60, 11)
  expect(programs.length).toBeGreaterThan(10)
  for (const [at, program] of programs.entries()) {
    const [on = '2024-02-29'] = fc.sample(days, { numRuns: 1, seed: at })
    compareAll(tally, { program, facts: drawn(program, 60, at), on })
  }
  process.stdout.write(
    `${programs.length} packs (${refused} refused): ${tally.verdicts} verdicts, ${tally.sums} sums\n`,
  )
  expect(tally.differences.slice(0, 1)).toEqual([])
  expect(tally.sums).toBeGreaterThan(300)
  const values = programs.flatMap(({ values: all }) => Object.values(all))
  const named = values.filter(({ of }) => JSON.stringify(of).includes('"kind":"value"'))
  expect(named.length).toBeGreaterThan(programs.length)
}, 300_000)

const shared = (bytes: number) => new SharedArrayBuffer(bytes)
const ROWS = 2_000

test('two threads over shared columns answer as one does', async () => {
  const { programs } = compiledPacks(8, 5)
  const on = '2024-02-29'
  expect(programs.length).toBeGreaterThan(0)
  for (const [at, program] of programs.slice(0, 2).entries()) {
    const plan = lower(program)
    const { buffer: _, ...columns } = columnsFor(program, { rows: ROWS, buffer: shared })
    appendAll({ ...columns, buffer: shared }, program, drawn(program, ROWS, at))
    const room = { rows: ROWS, keep: 'conditions' } as const
    const alone = answersFor(plan, room)
    runner(plan, { columns: { ...columns, buffer: shared }, answers: alone, asked: { on } })(
      0,
      ROWS,
    )
    const together = answersFor(plan, { ...room, buffer: shared })
    const ranges = [
      [0, 1_024],
      [1_024, ROWS],
    ] as const
    await Promise.all(
      ranges.map(async ([from, to]) => {
        const workerData = { program, columns, answers: together, on, from, to }
        const worker = new Worker(new URL('./column-worker.ts', import.meta.url), { workerData })
        await once(worker, 'message')
        await worker.terminate()
      }),
    )
    expect(together.words.map((word) => [...word])).toEqual(alone.words.map((word) => [...word]))
    const sums = (all: typeof alone) => all.payable.map((fen) => fen && [...fen])
    expect(sums(together)).toEqual(sums(alone))
  }
}, 300_000)
