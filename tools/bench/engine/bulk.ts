import { isDeepStrictEqual } from 'node:util'
import {
  answersFor,
  bytesOf,
  type Columns,
  counter,
  countsFor,
  runner,
} from '../../../policy/src/bulk.ts'
import { lower } from '../../../policy/src/one-case.ts'
import type { Program } from '../../../policy/src/run.ts'
import type { Duck } from './peers/duckdb.ts'
import { threadsOver } from './spread.ts'
import { ASKED } from './w1/data.ts'
import { measure } from './w1/measure.ts'

type Act = () => unknown | Promise<unknown>
const shared = (bytes: number) => new SharedArrayBuffer(bytes)

/** Medians of interleaved runs, in milliseconds, and the least beside each. */
export type Figures = Readonly<Record<string, { readonly median: number; readonly least: number }>>

export async function interleaved(
  acts: Readonly<Record<string, Act>>,
  rounds: number,
): Promise<Figures> {
  const taken = new Map(Object.keys(acts).map((name) => [name, [] as number[]]))
  for (let round = -3; round < rounds; round += 1) {
    for (const [name, act] of Object.entries(acts)) {
      const slow = name.startsWith('DuckDB')
      if (slow && (round < -1 || round >= 5)) continue
      const began = performance.now()
      await act()
      if (round >= 0) taken.get(name)?.push(performance.now() - began)
    }
  }
  const figures = [...taken].map(([name, all]) => {
    const sorted = all.toSorted((a, b) => a - b)
    const [median = 0, least = 0] = [sorted[sorted.length >> 1], sorted[0]]
    return [name, { median: Math.round(median), least: Math.round(least) }] as const
  })
  return Object.fromEntries(figures)
}

const ROUNDS = 7

/** Bulk on the same columns: one thread, two threads, only counted, and DuckDB's own. */
export async function bulk(program: Program, columns: Columns, duck: Duck) {
  const { rows } = columns
  const plan = lower(program)
  const asked = { on: ASKED }
  const answers = answersFor(plan, { rows, keep: 'services', buffer: shared })
  const every = answersFor(plan, { rows, keep: 'conditions', buffer: shared })
  const counts = countsFor(plan, {})
  const run = runner(plan, { columns, answers, asked })
  const runEvery = runner(plan, { columns, answers: every, asked })
  const count = counter(plan, { columns, counts, asked })
  const grouped = countsFor(plan, { groups: 32 })
  const district = columns.cells[0]?.values as Uint8Array
  const byDistrict = counter(plan, {
    columns,
    counts: grouped,
    asked,
    groups: { of: district, size: 32 },
  })
  const threads = threadsOver(columns, 2)
  const work = { program, on: ASKED, answers: null }
  count(0, rows)
  const together = await threads.run('counts', work)
  if (!isDeepStrictEqual(together?.rows, counts.rows))
    throw new Error('two threads count otherwise')
  let change = 300
  const agrees = await agreesWith(duck, { columns, program })
  const figures = await interleaved(
    {
      'columns, 1 thread, answers and money': () => run(0, rows),
      'columns, 1 thread, every condition': () => runEvery(0, rows),
      'columns, 1 thread, counts and cost': () => count(0, rows),
      'columns, 1 thread, counts by district': () => byDistrict(0, rows),
      'columns, 2 threads, answers and money': () => threads.run('answers', { ...work, answers }),
      'columns, 2 threads, counts and cost': () => threads.run('counts', work),
      'what-if, 2 threads, a new threshold': () => {
        change += 1
        const changed = measure(`${change}平方米`)
        return threads.run('what-if', { ...work, program: changed, changed: true })
      },
      'DuckDB, 1 thread, verdicts into a table': () => duck.verdicts(1),
      'DuckDB, 1 thread, aggregate': () => duck.aggregate(1),
      'DuckDB, 2 threads, aggregate': () => duck.aggregate(2),
      'DuckDB, 1 thread, twelve filters, met only': () => duck.filters(1),
      'DuckDB, 2 threads, twelve filters, met only': () => duck.filters(2),
    },
    ROUNDS,
  )
  await threads.end()
  const output = answers.words.length * 4 + answers.payable.filter((one) => one).length * 8
  return { figures, agrees, bytesARow: { columns: Math.round(bytesOf(columns) / rows), output } }
}

/** Verdicts of the first rows that DuckDB, in doubles, gives otherwise. */
async function agreesWith(
  duck: Duck,
  { columns, program }: { columns: Columns; program: Program },
): Promise<string> {
  const rows = Math.min(20_000, columns.rows)
  const plan = lower(program)
  const answers = answersFor(plan, { rows, keep: 'services' })
  runner(plan, { columns, answers, asked: { on: ASKED } })(0, rows)
  const theirs = await duck.first(rows)
  let differ = 0
  for (const [row, verdicts] of theirs.entries()) {
    for (const [at, verdict] of verdicts.entries()) {
      const ours = ((answers.words[0]?.[row] ?? 0) >> (at * 2)) & 3
      if (ours !== verdict) differ += 1
    }
  }
  return `${differ} of ${theirs.length * servicesIn(program)} verdicts differ from DuckDB's doubles`
}

const servicesIn = (program: Program) => Object.keys(program.services).length
