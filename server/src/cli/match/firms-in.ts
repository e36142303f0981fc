import type { Program } from '@banfa/policy/run'
import { START } from './block.ts'
import { columnsOf } from './columns.ts'
import { fileSource } from './file-source.ts'
import type { Firm } from './firm.ts'
import { blockReader } from './parse-block.ts'

/** The enterprises of a table, row by row; facts go by their names or titles. */
export async function* firmsIn(file: string, programs: readonly Program[]): AsyncGenerator<Firm> {
  const source = await fileSource(file, programs)
  const read = blockReader(source.header, columnsOf(programs))
  for await (const block of source.blocks(START)) yield* read(block)
}
