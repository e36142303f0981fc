import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Columns, counter, countsFor } from '../../../../policy/src/bulk.ts'
import { lower } from '../../../../policy/src/one-case.ts'
import type { Program } from '../../../../policy/src/run.ts'
import type { Duck } from '../peers/duckdb.ts'
import { ASKED } from '../w1/data.ts'
import type { Cold } from './cold.ts'
import { keepIn, openFolder } from './keep.ts'
import { type Postgres, postgresOver, type Totals } from './postgres.ts'

/** What is measured with the enterprises in files and in PostgreSQL; all give the columns' totals. */
export type InDatabases = {
  readonly postgres: string
  readonly loadMs: number
  readonly queries: Readonly<Record<string, { readonly median: number; readonly least: number }>>
  /** Milliseconds of a process from its start to the counts, by where it read. */
  readonly cold: Readonly<Record<string, number>>
  /** How long PostgreSQL takes to copy its tables out, before the cold run over them. */
  readonly copyMs: number
}

type Given = { readonly program: Program; readonly columns: Columns; readonly duck: Duck }

export async function inDatabases({ program, columns, duck }: Given): Promise<InDatabases> {
  const folder = await openFolder()
  try {
    await keepIn(folder, columns.layout, duck)
    const wanted = totalsOf(program, columns)
    const cold = coldOver(folder, columns.rows, wanted)
    const files = {
      Parquet: await bestOf(3, () => cold('parquet')),
      DuckDB: await bestOf(3, () => cold('duckdb')),
    }
    const postgres = await postgresOver({ program, on: ASKED, folder })
    try {
      const queries = await queriesBeside(postgres, wanted)
      const began = performance.now()
      await postgres.copyOut()
      const copyMs = Math.round(performance.now() - began)
      const copied = await cold('csv')
      const { version, loadMs } = postgres
      return {
        ...{ postgres: version, loadMs, queries, copyMs },
        cold: { ...files, 'PostgreSQL by COPY': copyMs + copied },
      }
    } finally {
      await postgres.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const runFile = promisify(execFile)

const coldOver = (folder: string, rows: number, wanted: Totals) => async (kind: string) => {
  const program = fileURLToPath(new URL('./cold.ts', import.meta.url))
  const { stdout } = await runFile(process.execPath, [program, kind, folder, String(rows)])
  const told = JSON.parse(stdout) as Cold
  sameAs(wanted, told.totals, `cold from ${kind}`)
  return told.ms
}

/** The least of several runs: a disk's cache is warm from the second on, as in the figures beside. */
async function bestOf(runs: number, run: () => Promise<number>): Promise<number> {
  let least = Infinity
  for (let at = 0; at < runs; at += 1) least = Math.min(least, await run())
  return least
}

const ROUNDS = 3

/** By turns, each first compared with the columns' totals. */
async function queriesBeside({ asked }: Postgres, wanted: Totals): Promise<InDatabases['queries']> {
  for (const [name, query] of Object.entries(asked)) sameAs(wanted, await query(), name)
  const taken = new Map(Object.keys(asked).map((name) => [name, [] as number[]]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, query] of Object.entries(asked)) {
      const began = performance.now()
      await query()
      taken.get(name)?.push(Math.round(performance.now() - began))
    }
  }
  const figures = [...taken].map(([name, all]) => {
    const [least = 0, median = 0] = all.toSorted((a, b) => a - b)
    return [name, { median, least }] as const
  })
  return Object.fromEntries(figures)
}

/** Met, and yuan payable, as the columns count them. */
function totalsOf(program: Program, columns: Columns): Totals {
  const plan = lower(program)
  const counts = countsFor(plan, {})
  counter(plan, { columns, counts, asked: { on: ASKED } })(0, columns.rows)
  return plan.services.flatMap(({ payable }, at) => {
    const met = counts.rows[at * 4 + 3] ?? 0
    return payable === null ? [met] : [met, (counts.fen[at] ?? 0) / 100]
  })
}

/** Ten places of a yuan are summed there, fen here: a fen a thousand payments is allowed. */
function sameAs(wanted: Totals, got: Totals, who: string): void {
  const others = wanted.filter((one, at) => Math.abs(one - (got[at] ?? Infinity)) > one * 1e-5)
  if (wanted.length !== got.length || others.length > 0) throw new Error(`${who} totals otherwise`)
}
