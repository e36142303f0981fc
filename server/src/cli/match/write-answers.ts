import { createReadStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { extname } from 'node:path'
import { createInterface } from 'node:readline'
import { HEADER } from './answer-text.ts'
import { sqlText, withDuckDb } from './duckdb.ts'
import { writeXlsx } from './xlsx.ts'

export const FORMATS = ['.csv', '.ndjson', '.xlsx', '.parquet'] as const

/** Makes the file asked for out of the working file, in place only when it is whole. */
export async function writeAnswers(working: string, out: string): Promise<void> {
  const made = `${out}.new`
  const format = extname(out).toLowerCase()
  if (format === '.csv' || format === '.ndjson') return rename(working, out)
  if (format === '.xlsx') await writeXlsx(made, HEADER, cellsOf(working))
  else await toParquet(working, made)
  await rename(made, out)
  await rm(working, { force: true })
}

type Answer = Readonly<Record<(typeof HEADER)[number], string | number | null>>

async function* cellsOf(working: string) {
  for await (const line of createInterface({ input: createReadStream(working) })) {
    if (line === '') continue
    const answer = JSON.parse(line) as Answer
    yield HEADER.map((name) => answer[name])
  }
}

async function toParquet(ndjson: string, out: string): Promise<void> {
  const columns = `{enterprise: 'VARCHAR', row: 'BIGINT', pack: 'VARCHAR', service: 'VARCHAR', answer: 'VARCHAR', amount: 'DECIMAL(38,10)', payable: 'DECIMAL(38,10)', missing: 'VARCHAR', repair: 'VARCHAR'}`
  await withDuckDb(async (connection) => {
    await connection.run(
      `copy (select * from read_json(${sqlText(ndjson)}, format = 'newline_delimited', columns = ${columns})) to ${sqlText(out)} (format parquet)`,
    )
  })
}
