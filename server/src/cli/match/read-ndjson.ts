import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Facts } from '@banfa/policy/run'
import type { Columns } from './columns.ts'
import { type Firm, idOf } from './firm.ts'

/** One JSON object of facts a line. */
export async function* readNdjson(file: string, columns: Columns): AsyncGenerator<Firm> {
  const lines = createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  let row = 0
  for await (const line of lines) {
    row += 1
    if (line.trim() !== '') yield firmOf(row, parsed(line), columns)
  }
}

function parsed(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(line)
    const plain = typeof read === 'object' && read !== null && !Array.isArray(read)
    return plain ? (read as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Facts under their names or titles; whatever nothing asks for is left alone. */
export function firmOf(
  row: number,
  read: Readonly<Record<string, unknown>> | null,
  columns: Columns,
): Firm {
  if (!read) {
    const unreadable = '不是一个 JSON 对象 (not a JSON object)'
    return { row, id: String(row), facts: {}, heads: new Map(), unreadable }
  }
  const heads = new Map<string, string>()
  const facts = Object.entries(read).flatMap(([head, value]) => {
    const name = columns.nameOf(head)
    if (name === null) return []
    heads.set(name, head)
    return [[name, value] as const]
  })
  return {
    row,
    id: idOf(read, row),
    facts: Object.fromEntries(facts) as Facts,
    heads,
    unreadable: null,
  }
}
