import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { crc32, createDeflateRaw } from 'node:zlib'

/*
 * A workbook written row by row: a ZIP of a few XML files with inline text, so that a million rows
 * need no memory. One sheet holds 1,048,576 rows; more go to the next.
 */

const ROWS_A_SHEET = 1_048_576
type Cell = string | number | null
type Entry = {
  readonly name: string
  readonly crc: number
  readonly size: number
  readonly packed: number
  readonly at: number
}

export async function writeXlsx(
  file: string,
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
): Promise<void> {
  const out = createWriteStream(file)
  const zip: Zip = { out, at: 0, entries: [] }
  const iterator = rows[Symbol.asyncIterator]()
  let sheets = 0
  for (let more = true; more; ) {
    sheets += 1
    more = await sheet(zip, sheets, { header, iterator })
  }
  for (const [name, text] of parts(sheets)) await entry(zip, name, [text])
  await finish(zip)
}

type Zip = { readonly out: WriteStream; at: number; readonly entries: Entry[] }
type Sheet = {
  readonly header: readonly string[]
  readonly iterator: AsyncIterator<readonly Cell[]>
}

/** One sheet; true when rows are left for another. */
async function sheet(zip: Zip, number: number, { header, iterator }: Sheet): Promise<boolean> {
  let more = false
  async function* xml() {
    yield `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rowXml(header)}`
    for (let row = 1; row < ROWS_A_SHEET; row += 1) {
      const next = await iterator.next()
      if (next.done) break
      more = row === ROWS_A_SHEET - 1
      yield rowXml(next.value)
    }
    yield '</sheetData></worksheet>'
  }
  await entry(zip, `xl/worksheets/sheet${number}.xml`, xml())
  return more
}

function rowXml(cells: readonly Cell[]): string {
  return `<row>${cells.map(cellXml).join('')}</row>`
}

function cellXml(cell: Cell): string {
  if (cell === null) return '<c/>'
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

function escaped(text: string): string {
  const sound = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
  return sound.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const NS = 'http://schemas.openxmlformats.org'
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'

function parts(sheets: number): readonly (readonly [string, string])[] {
  const numbers = Array.from({ length: sheets }, (_, at) => at + 1)
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const of = (make: (n: number) => string) => numbers.map(make).join('')
  const relation = `${NS}/officeDocument/2006/relationships`
  return [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${NS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${of((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`)}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${NS}/spreadsheetml/2006/main" xmlns:r="${relation}"><sheets>${of((n) => `<sheet name="匹配${n}" sheetId="${n}" r:id="s${n}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${NS}/package/2006/relationships">${of((n) => `<Relationship Id="s${n}" Type="${relation}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`,
    ],
  ]
}

/** One file of the ZIP, packed as it comes; its sizes follow it in a descriptor. */
async function entry(
  zip: Zip,
  name: string,
  content: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  const at = zip.at
  await put(zip, local(name))
  const deflate = createDeflateRaw()
  const sizes = { crc: 0, size: 0, packed: 0 }
  const packing = (async () => {
    for await (const chunk of deflate as AsyncIterable<Buffer>) {
      sizes.packed += chunk.length
      await put(zip, chunk)
    }
  })()
  for await (const text of content) {
    const bytes = Buffer.from(text)
    sizes.crc = crc32(bytes, sizes.crc)
    sizes.size += bytes.length
    if (!deflate.write(bytes)) await once(deflate, 'drain')
  }
  deflate.end()
  await packing
  await put(zip, numbers([4, 0x08074b50], [4, sizes.crc], [4, sizes.packed], [4, sizes.size]))
  zip.entries.push({ name, at, ...sizes })
}

async function put(zip: Zip, bytes: Buffer): Promise<void> {
  zip.at += bytes.length
  if (!zip.out.write(bytes)) await once(zip.out, 'drain')
}

/** Little-endian numbers of two or four bytes. */
function numbers(...all: readonly (readonly [2 | 4, number])[]): Buffer {
  const out = Buffer.alloc(all.reduce((sum, [size]) => sum + size, 0))
  let at = 0
  for (const [size, value] of all)
    at = size === 2 ? out.writeUInt16LE(value, at) : out.writeUInt32LE(value, at)
  return out
}

/** Bit 3: sizes follow. Bit 11: the name is UTF-8. 1980-01-01: the same content gives the same file. */
const COMMON = [
  [2, 20],
  [2, 0x0808],
  [2, 8],
  [2, 0],
  [2, 0x21],
] as const

function local(name: string): Buffer {
  const text = Buffer.from(name)
  return Buffer.concat([
    numbers([4, 0x04034b50], ...COMMON, [4, 0], [4, 0], [4, 0], [2, text.length], [2, 0]),
    text,
  ])
}

async function finish(zip: Zip): Promise<void> {
  const start = zip.at
  for (const { name, crc, packed, size, at } of zip.entries) {
    const text = Buffer.from(name)
    const sizes = [
      [4, crc],
      [4, packed],
      [4, size],
      [2, text.length],
    ] as const
    const rest = [
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, at],
    ] as const
    await put(
      zip,
      Buffer.concat([numbers([4, 0x02014b50], [2, 20], ...COMMON, ...sizes, ...rest), text]),
    )
  }
  const count = zip.entries.length
  const length = zip.at - start
  await put(
    zip,
    numbers(
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
      [4, length],
      [4, start],
      [2, 0],
    ),
  )
  zip.out.end()
  await once(zip.out, 'finish')
}
