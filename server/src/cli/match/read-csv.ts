import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import type { Columns } from './columns.ts'
import { type Firm, idOf } from './firm.ts'

type Parsed = {
  readonly record: Readonly<Record<string, string>>
  readonly info: { lines: number; error?: Error }
}

/** Rows of a CSV file in UTF-8 as they come, never the whole file. */
export async function* readCsv(file: string, columns: Columns): AsyncGenerator<Firm> {
  const rows = createReadStream(file).pipe(
    parse({
      columns: true,
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: 1_000_000,
    }),
  )
  for await (const { record, info } of rows as AsyncIterable<Parsed>) {
    const heads = new Map<string, string>()
    const facts = Object.entries(record).flatMap(([head, cell]) => {
      const name = columns.nameOf(head)
      if (name === null) return []
      heads.set(name, head)
      return [[name, columns.supplied(name, cell)] as const]
    })
    const unreadable = info.error ? '列数与表头不符 (not as many columns as the header)' : null
    yield {
      row: info.lines,
      id: idOf(record, info.lines),
      facts: Object.fromEntries(facts),
      heads,
      unreadable,
    }
  }
}
