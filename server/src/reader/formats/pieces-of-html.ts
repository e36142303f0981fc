import { Parser } from 'htmlparser2'
import { refusal } from '../../kernel/index.ts'
import type { Block, Dirt, Doubt, Pieces, Place, Removed, Row } from '../reading.ts'

/** How a tag's place is counted: by lines of the file, or by paragraphs where there are no lines. */
export type Counting = 'lines' | 'paragraphs'

/** Reads HTML as a stream, so that neither its length nor its nesting costs more than its size. */
export function piecesOfHtml(html: string, counting: Counting = 'lines'): Pieces {
  const taking = new Taking(html, counting)
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => taking.open(name, attributes, parser.startIndex),
      onclosetag: (name) => taking.close(name),
      ontext: (text) => taking.text(text, parser.startIndex),
      oncomment: (text) => taking.remove(text, 'comment', parser.startIndex),
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return taking.done()
}

const DEEPEST = 256
const WIDEST = 50
/** Ends a paragraph inside a cell, where a line's end is only white space. */
const BREAK = '\n'
const BREAKS = new Set(
  'address article aside blockquote body br caption center dd details div dl dt figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p pre section summary table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
)
const DROPPED: Readonly<Record<string, Dirt>> = {
  script: 'script',
  style: 'script',
  noscript: 'script',
  template: 'script',
  svg: 'image',
  title: 'metadata',
}

type Attributes = Readonly<Record<string, string>>
type Dropping = { readonly name: string; readonly why: Dirt; readonly at: number; text: string }

class Taking {
  readonly #blocks: Block[] = []
  readonly #removed: Removed[] = []
  readonly #doubts: Doubt[] = []
  readonly #place: (index: number) => Place
  #dropping: Dropping | null = null
  #dropDepth = 0
  #depth = 0
  #level = 0
  #tables = 0
  #span = 1
  #rows: { cells: string[]; place: Place }[] = []
  #text = ''
  #from: Place = { line: 1, page: null }

  constructor(html: string, counting: Counting) {
    const lines = counting === 'lines' ? lineCounter(html) : () => this.#blocks.length + 1
    this.#place = (index) => ({ line: lines(index), page: null })
  }

  open(name: string, attributes: Attributes, index: number): void {
    this.#depth += 1
    if (this.#depth > DEEPEST) refusal('reader.too-deep', { limit: DEEPEST })
    if (this.#dropping) this.#dropDepth += 1
    else if (isDropped(name, attributes)) this.#drop(name, index)
    else this.#begin(name, attributes, index)
  }

  #drop(name: string, at: number): void {
    this.#dropping = { name, why: DROPPED[name] ?? 'metadata', at, text: '' }
    this.#dropDepth = 0
  }

  #begin(name: string, attributes: Attributes, index: number): void {
    if (name === 'img')
      this.remove(attributes.alt ?? attributes.src?.slice(0, 80) ?? '', 'image', index)
    if (name === 'table') this.#openTable()
    else if (this.#tables > 0) this.#openInTable(name, attributes, index)
    else if (BREAKS.has(name)) this.#flush()
    if (/^h[1-6]$/.test(name)) this.#level = Number(name[1])
    if (name === 'ol') this.#doubt('numbered-by-the-program', index, '')
  }

  /** A table inside a cell ends the one around it: what stands behind goes on after it. */
  #openTable(): void {
    this.#endRows()
    this.#tables += 1
  }

  #openInTable(name: string, attributes: Attributes, index: number): void {
    if (BREAKS.has(name)) this.#break()
    const place = this.#place(index)
    if (name === 'tr') this.#rows.push({ cells: [], place })
    if (name !== 'td' && name !== 'th') return
    if (this.#rows.length === 0) this.#rows.push({ cells: [], place })
    const cells = this.#rows.at(-1)?.cells
    cells?.push('')
    if (attributes.rowspan && attributes.rowspan !== '1')
      this.#doubt('merged-cells', index, attributes.rowspan)
    this.#span = Math.min(Number(attributes.colspan) || 1, WIDEST)
  }

  text(text: string, index: number): void {
    if (this.#dropping) this.#dropping.text += text
    else if (this.#tables > 0) this.#cellText(text)
    else {
      if (this.#text.trim() === '') this.#from = this.#place(index)
      this.#text += text
    }
  }

  /** Text between the cells is a paragraph before the table. */
  #cellText(text: string): void {
    const cells = this.#rows.at(-1)?.cells
    if (cells && cells.length > 0)
      cells.push(`${cells.pop() ?? ''}${text.replaceAll(/[ \t\r\n]+/gu, ' ')}`)
    else this.#text += text
  }

  #break(): void {
    const cells = this.#rows.at(-1)?.cells
    if (cells && cells.length > 0) cells.push(`${cells.pop() ?? ''}${BREAK}`)
    else this.#flush()
  }

  close(name: string): void {
    this.#depth -= 1
    if (this.#dropping) {
      if (this.#dropDepth === 0) this.#endDrop(this.#dropping)
      else this.#dropDepth -= 1
      return
    }
    if (name === 'table') this.#closeTable()
    else if (name === 'td' || name === 'th') this.#closeCell()
    else if (BREAKS.has(name)) this.#break()
    if (/^h[1-6]$/.test(name)) this.#level = 0
  }

  #endDrop({ text, why, at }: Dropping): void {
    this.#dropping = null
    this.remove(text, why, at)
  }

  /** A cell over several columns is followed by empty ones, so that rows keep their width. */
  #closeCell(): void {
    const cells = this.#rows.at(-1)?.cells
    for (; this.#span > 1; this.#span -= 1) cells?.push('')
  }

  #closeTable(): void {
    this.#endRows()
    this.#tables = Math.max(0, this.#tables - 1)
  }

  /** A table of one column is a page's frame: what it holds are paragraphs. */
  #endRows(): void {
    this.#flush()
    const rows = this.#rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    this.#rows = []
    const framed = rows.every(({ cells }) => cells.length < 2)
    const [header, ...rest] = framed ? [] : rows.map(rowOf)
    if (header) this.#blocks.push({ kind: 'table', header, rows: rest, place: header.place })
    else this.#blocks.push(...rows.flatMap(paragraphsIn))
  }

  #flush(): void {
    const text = this.#text.replaceAll(/[ \t\r\n]+/gu, ' ').trim()
    this.#text = ''
    if (text === '') return
    const place = this.#from
    if (this.#level > 0) this.#blocks.push({ kind: 'heading', level: this.#level, text, place })
    else this.#blocks.push({ kind: 'paragraph', text, place, gap: 1, indent: 0 })
  }

  remove(text: string, why: Dirt, index: number): void {
    if (text.trim() !== '')
      this.#removed.push({ text: text.trim(), why, place: this.#place(index) })
  }

  #doubt(code: Doubt['code'], index: number, about: string): void {
    this.#doubts.push({ code, place: this.#place(index), about })
  }

  done(): Pieces {
    while (this.#tables > 0) this.#closeTable()
    this.#flush()
    if (this.#dropping) this.#endDrop(this.#dropping)
    return { blocks: this.#blocks, removed: this.#removed, doubts: this.#doubts }
  }
}

function rowOf({ cells, place }: Row): Row {
  return {
    cells: cells.map((cell) => cell.split(BREAK).join(' ').replaceAll(/ +/gu, ' ').trim()),
    place,
  }
}

function paragraphsIn({ cells, place }: Row): Block[] {
  return cells
    .flatMap((cell) => cell.split(BREAK))
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'paragraph', text, place, gap: 1, indent: 0 }))
}

/** Links from and to footnotes are the program's; the notes themselves stay. */
function isDropped(name: string, { href = '' }: Attributes): boolean {
  return Object.hasOwn(DROPPED, name) || (name === 'a' && /^#(foot|end)note-/.test(href))
}

/** Line of an index; asked in rising order, it walks the text once. */
function lineCounter(text: string): (index: number) => number {
  let line = 1
  let next = text.indexOf('\n')
  return (index) => {
    for (; next >= 0 && next < index; next = text.indexOf('\n', next + 1)) line += 1
    return line
  }
}
