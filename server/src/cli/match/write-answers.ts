import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { extname } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { sqlText, withDuckDb } from './duckdb.ts'
import type { Line } from './working-file.ts'
import { writeXlsx } from './xlsx.ts'

export const FORMATS = ['.csv', '.ndjson', '.xlsx', '.parquet'] as const

type Answer = {
  readonly enterprise: string
  readonly row: number
  readonly pack: string
  readonly service: string
  readonly answer: string
  readonly amount: string | null
  readonly payable: string | null
  readonly missing: string
  readonly repair: string | null
}

const HEADER = [
  'enterprise',
  'row',
  'pack',
  'service',
  'answer',
  'amount',
  'payable',
  'missing',
  'repair',
] as const

/** Makes the file asked for out of the working file, in place only when it is whole. */
export async function writeAnswers(working: string, out: string): Promise<void> {
  const made = `${out}.new`
  const format = extname(out).toLowerCase()
  if (format === '.xlsx') await writeXlsx(made, HEADER, cellsOf(working))
  else if (format === '.csv') await pipeline(cellsOf(working), csvWriter(), createWriteStream(made))
  else await pipeline(ndjsonOf(working), createWriteStream(made))
  if (format === '.parquet') await toParquet(made, out)
  else await rename(made, out)
}

async function* linesOf(working: string): AsyncGenerator<Line> {
  for await (const line of createInterface({ input: createReadStream(working) })) {
    if (line !== '') yield JSON.parse(line) as Line
  }
}

async function* answersOf(working: string): AsyncGenerator<Answer> {
  for await (const line of linesOf(working)) {
    if (line.kind !== 'match') continue
    const { id: enterprise, row, match } = line
    yield { enterprise, row, ...match, missing: match.missing.join('、') }
  }
}

async function* cellsOf(working: string) {
  for await (const answer of answersOf(working)) yield HEADER.map((name) => answer[name])
}

/** With a mark of UTF-8, which spreadsheets need for Chinese; text is never a formula. */
const csvWriter = () =>
  stringify({
    bom: true,
    header: true,
    columns: [...HEADER],
    record_delimiter: 'windows',
    escape_formulas: true,
  })

async function* ndjsonOf(working: string): AsyncGenerator<string> {
  for await (const answer of answersOf(working)) yield `${JSON.stringify(answer)}\n`
}

async function toParquet(ndjson: string, out: string): Promise<void> {
  const columns = `{enterprise: 'VARCHAR', row: 'BIGINT', pack: 'VARCHAR', service: 'VARCHAR', answer: 'VARCHAR', amount: 'DECIMAL(38,10)', payable: 'DECIMAL(38,10)', missing: 'VARCHAR', repair: 'VARCHAR'}`
  await withDuckDb(async (connection) => {
    await connection.run(
      `copy (select * from read_json(${sqlText(ndjson)}, format = 'newline_delimited', columns = ${columns})) to ${sqlText(out)} (format parquet)`,
    )
  })
  await rm(ndjson)
}
