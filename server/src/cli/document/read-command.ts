import {
  type Content,
  type Doubt,
  type Reading,
  type Removed,
  readDocument,
  type Section,
  type Table,
} from '../../reader/index.ts'
import { type Out, print } from '../out.ts'
import { doubtLine } from './doubt-words.ts'

/** banfa read: a document as a tree of its numbers, or the whole reading as JSON. */
export async function printReading(file: string, out: Out): Promise<void> {
  const reading = await readDocument(file)
  print(out, {
    json: reading,
    lines: [
      ...frontLines(reading),
      '',
      ...treeLines(reading.content, 0),
      '',
      ...afterLines(reading),
    ],
  })
}

const LONGEST_LINE = 40

function frontLines({ title, notice, draft, issuer, issued, format, encoding }: Reading): string[] {
  const known = [draft, issuer, issued, notice].filter((one) => one !== null)
  return [title ?? '（没有找到题目 · no title found）', ...known, `${format}, ${encoding}`]
}

function treeLines(content: readonly Content[], depth: number): string[] {
  return content.flatMap((one) => {
    if (one.kind === 'paragraph') return [line(depth, one.text)]
    if (one.kind === 'table') return tableLines(one, depth)
    return [line(depth, headOf(one)), ...treeLines(one.content, depth + 1)]
  })
}

function headOf({ label, title, address, place }: Section): string {
  const where = `[${address} :${place.line}]`
  return [label, title, where].filter((one) => one !== null && one !== '').join(' ')
}

function tableLines({ header, rows, place }: Table, depth: number): string[] {
  const said = `表 ${rows.length} 行 × ${header.cells.length} 列 · ${rows.length} rows [:${place.line}]`
  const all = [header, ...rows].map(({ cells }) => line(depth + 1, cells.join(' | ')))
  return [line(depth, said), ...all]
}

function line(depth: number, text: string): string {
  const [head = '', where = ''] = text.split(/(?=\[[^[\]]+:\d+\]$)/u)
  const short = head.length > LONGEST_LINE ? `${head.slice(0, LONGEST_LINE)}… ` : head
  return `${'  '.repeat(depth)}${short}${where}`
}

function afterLines({ removed, joined, doubts }: Reading): string[] {
  return [
    `拿掉的 · taken out: ${removed.length}`,
    ...removed.map(removedLine),
    `接上的断句 · broken lines joined: ${joined.length}`,
    `存疑的 · doubtful: ${doubts.length}`,
    ...doubts.map((doubt: Doubt) => `  ${doubtLine(doubt)}`),
  ]
}

function removedLine({ place, why, text }: Removed): string {
  return `  :${place.line} ${why} ${text.slice(0, LONGEST_LINE)}`
}
