import { existsSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Program } from '@banfa/policy/run'
import { parse } from 'csv-parse/sync'
import { refusal } from '../../kernel/index.ts'
import { type Block, type Position, type Source, START } from './block.ts'
import { lineBlocks } from './line-blocks.ts'
import { parquetSource } from './parquet-source.ts'

/** A table on the disk as blocks. Refuses a file that is not there or whose ending is not known. */
export async function fileSource(file: string, programs: readonly Program[]): Promise<Source> {
  if (!existsSync(file)) refusal('cli.facts-unreadable', { file, why: 'no such file' })
  switch (extname(file).toLowerCase()) {
    case '.csv':
      return csvSource(file)
    case '.ndjson':
    case '.jsonl':
      return {
        header: null,
        size: (await stat(file)).size,
        blocks: (from) => lineBlocks(file, 'ndjson', from),
      }
    case '.parquet':
      return parquetSource(file, programs)
    default:
      return refusal('cli.match-format', { file })
  }
}

const HEAD = 1 << 16

async function csvSource(file: string): Promise<Source> {
  const head = await headOf(file)
  return {
    header: head.columns,
    size: (await stat(file)).size,
    blocks: (from: Position): AsyncGenerator<Block> =>
      lineBlocks(file, 'csv', from.row === START.row ? head.end : from),
  }
}

/** The columns that the first record names, and where the second begins. */
async function headOf(file: string): Promise<{ columns: readonly string[]; end: Position }> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    const text = buffer.subarray(0, bytesRead).toString('latin1')
    const at = /^(?:[^"\n]|"[^"]*")*\n/u.exec(text)?.[0].length ?? bytesRead
    const first = buffer.subarray(0, at).toString('utf8')
    const [columns = []] = parse(first, { bom: true, relax_quotes: true }) as string[][]
    return { columns, end: { row: first.split('\n').length - 1, byte: at, after: null } }
  } finally {
    await handle.close()
  }
}
