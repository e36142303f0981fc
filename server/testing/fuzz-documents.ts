import fc from 'fast-check'
import { Refusal } from '../src/kernel/index.ts'
import { type Bytes, readBytes } from '../src/reader/read-bytes.ts'
import { docxOf, paragraph, table } from './docx.ts'

/** What became of documents changed at random; anything but a reading or a refusal is a fault. */
type FuzzedDocuments = { runs: number; read: number; refused: number; faults: string[] }

export const noneFuzzed = (): FuzzedDocuments => ({ runs: 0, read: 0, refused: 0, faults: [] })

const LINES = [
  '关于印发《样例办法》的通知',
  '第一章 总则',
  '第一条 为了规范管理，制定本办法。',
  '（一）场地面积不低于300平方米；',
  '一、主要任务',
  '（二）在孵企业不少于20家。',
  '— 3 —',
  '序号 指标 数值',
  '1 研发投入 5%',
  '附件1',
]
const ROWS = [
  ['序号', '指标'],
  ['1', '不低于5%'],
]
const BODY = `${LINES.map((line) => paragraph(line, 'Heading1')).join('')}${table(ROWS)}`
const HTML = `<!doctype html><meta charset="gb18030"><title>办法</title>${LINES.map((line) => `<p>${line}</p>`).join('')}<table><tr><td rowspan="2">甲<td>乙<tr><td>丙</table>`
const MARKDOWN = `# ${LINES.join('\n\n## ')}\n\n| 序号 | 指标 |\n| --- | --- |\n| 1 | 5% |\n`

const PIECES = [
  ...['\0', '\uFEFF', '\u2028', '\f', '\r', '<', '>', '&', '&#1114112;', '&#x0;', '<![CDATA['],
  ...['<!--', '<!DOCTYPE x [<!ENTITY a "a">]>', '&a;', '</w:p>', '<w:p>', '<w:tbl>', '<w:tr>'],
  ...['<w:gridSpan w:val="999999999"/>', '<w:vMerge/>', '<td rowspan="999999999" colspan="-1">'],
  ...['<script>', '<table>', '|', '```', '第九百九十九万条 ', '（', '第', '条', '|---|', '#', '>'],
]
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(3), fc.nat(60), fc.constant(0)),
  put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6, unit: 'binary' })),
  times: fc.oneof(
    { weight: 9, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.nat(3_000) },
  ),
})
const plan = fc.record({
  kind: fc.constantFrom('txt', 'md', 'html', 'docx', 'zip', 'bytes'),
  named: fc.constantFrom('same', 'a.txt', 'a.docx', 'a.html', 'a.md', 'a'),
  changes: fc.array(change, { minLength: 1, maxLength: 6 }),
  bytes: fc.uint8Array({ maxLength: 4_000 }),
})
type Change = { at: number; length: number; put: string; times: number }

function changed(text: string, changes: readonly Change[]): string {
  return changes.reduce((so, { at, length, put, times }) => {
    const from = Math.floor(at * so.length)
    return `${so.slice(0, from)}${put.repeat(times)}${so.slice(from + length)}`
  }, text)
}

/** Bytes of a packed file overwritten where the changes say. */
function struck(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  const broken = Uint8Array.from(bytes)
  for (const { at, put } of changes) {
    broken.set(new TextEncoder().encode(put).slice(0, 8), Math.floor(at * (broken.length - 8)))
  }
  return broken
}

async function documentOf(seed: number): Promise<Bytes> {
  const [made] = fc.sample(plan, { numRuns: 1, seed })
  if (!made) throw new Error('nothing was made')
  const { kind, named, changes, bytes } = made
  const file = named === 'same' ? `a.${kind === 'zip' ? 'docx' : kind}` : named
  const encoded = (text: string) => new TextEncoder().encode(changed(text, changes))
  if (kind === 'txt') return { file, bytes: encoded(LINES.join('\n')) }
  if (kind === 'md') return { file, bytes: encoded(MARKDOWN) }
  if (kind === 'html') return { file, bytes: encoded(HTML) }
  if (kind === 'docx') return { file, bytes: await docxOf(changed(BODY, changes)) }
  if (kind === 'zip') return { file, bytes: struck(await docxOf(BODY), changes) }
  return { file, bytes }
}

/** One changed document through the reader. */
export async function fuzzDocument(seed: number, so: FuzzedDocuments): Promise<void> {
  so.runs += 1
  try {
    await readBytes(await documentOf(seed))
    so.read += 1
  } catch (problem) {
    if (problem instanceof Refusal) so.refused += 1
    else so.faults.push(`document of seed ${seed}: ${(problem as Error).stack ?? problem}`)
  }
}
