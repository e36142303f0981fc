import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import type { Program } from '@banfa/policy/run'
import { refusal } from '../../kernel/index.ts'
import { columnsOf } from './columns.ts'
import type { Firm } from './firm.ts'
import { readCsv } from './read-csv.ts'
import { readNdjson } from './read-ndjson.ts'
import { readParquet } from './read-parquet.ts'

/** The enterprises of a table, row by row; facts go by their names or titles. */
export function firmsIn(file: string, programs: readonly Program[]): AsyncGenerator<Firm> {
  if (!existsSync(file)) refusal('cli.facts-unreadable', { file, why: 'no such file' })
  const columns = columnsOf(programs)
  switch (extname(file).toLowerCase()) {
    case '.csv':
      return readCsv(file, columns)
    case '.ndjson':
    case '.jsonl':
      return readNdjson(file, columns)
    case '.parquet':
      return readParquet(file, columns)
    default:
      return refusal('cli.match-format', { file })
  }
}
