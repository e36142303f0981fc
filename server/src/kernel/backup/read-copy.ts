import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** A row of PostgreSQL's COPY text format by column; null is `\N`. */
export type CopiedRow = Readonly<Record<string, string | null>>

/** The rows of a copied table, one at a time. @throws Error when a row has not as many columns */
export async function* readCopy(
  path: string,
  columns: readonly string[],
): AsyncGenerator<CopiedRow> {
  const lines = createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  for await (const line of lines) {
    const values = line.split('\t')
    if (values.length !== columns.length) throw new Error(`a row of ${path} is torn`)
    yield Object.fromEntries(columns.map((column, at) => [column, textOf(values[at] ?? '')]))
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

function textOf(text: string): string | null {
  if (text === '\\N') return null
  return text.includes('\\') ? text.replaceAll(/\\(.)/g, (_, sign) => ESCAPES[sign] ?? sign) : text
}
