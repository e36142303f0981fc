import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { selectOf, type TableShape } from './tables.ts'

/** What a table held: its rows, and the SHA-256 of its text in PostgreSQL's COPY format. */
export type TableSum = { readonly name: string; readonly rows: number; readonly sha256: string }

/** One spelling of days and instants on every server. */
export const SPELLING = [
  "set local timezone = 'UTC'",
  "set local datestyle = 'ISO, YMD'",
  "set local intervalstyle = 'postgres'",
  'set local extra_float_digits = 1',
  "set local bytea_output = 'hex'",
]

/** Copies a table into a file and answers its sum; without a file only the sum is taken. */
export async function copyOut(
  client: pg.Client,
  table: TableShape,
  file: string | null,
): Promise<TableSum> {
  const hash = createHash('sha256')
  let rows = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      for (const byte of chunk) if (byte === LINE_END) rows += 1
      done(null, chunk)
    },
  })
  const source = client.query(copyTo(`copy (${selectOf(table)}) to stdout`))
  await pipeline(
    source,
    count,
    file === null ? nowhere() : createWriteStream(file, { mode: 0o600 }),
  )
  return { name: table.name, rows, sha256: hash.digest('hex') }
}

/** A line end inside a value is written as \\n, so each of these bytes ends a row. */
const LINE_END = 0x0a

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}
