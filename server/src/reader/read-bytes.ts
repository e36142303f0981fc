import { refusal, sha256 } from '../kernel/index.ts'
import { clean } from './dirt/clean.ts'
import { joinBroken } from './dirt/join.ts'
import { decode } from './formats/decode.ts'
import { oddRows } from './formats/flattened-tables.ts'
import { formatOf } from './formats/format-of.ts'
import { piecesOfDocx } from './formats/pieces-of-docx.ts'
import { piecesOfHtml } from './formats/pieces-of-html.ts'
import { piecesOfMarkdown } from './formats/pieces-of-markdown.ts'
import { piecesOfText } from './formats/pieces-of-text.ts'
import type { Doubt, Format, Pieces, Place, Reading } from './reading.ts'
import { type Front, frontOf } from './structure/front.ts'
import { treeOf } from './structure/tree.ts'

export type Bytes = { readonly file: string; readonly bytes: Uint8Array }

/** Reads a document: its pieces, cleaned, joined and put in order. */
export async function readBytes({ file, bytes }: Bytes): Promise<Reading> {
  const format = await formatOf(file, bytes)
  const { pieces, encoding } = await piecesOf(format, { file, bytes })
  const cleaned = clean(pieces.blocks)
  const { blocks, joined } = joinBroken(cleaned.blocks)
  if (blocks.length === 0) refusal('reader.empty', { file })
  const tree = treeOf(blocks)
  const front = frontOf(tree.content)
  const doubts = [...missing(front), ...pieces.doubts, ...tree.doubts, ...oddRows(blocks)]
  return {
    file,
    sha256: sha256(bytes),
    format,
    encoding,
    ...front,
    content: tree.content,
    removed: inPlace([...pieces.removed, ...cleaned.removed]),
    joined,
    doubts: inPlace(doubts),
  }
}

type Made = { readonly pieces: Pieces; readonly encoding: string }

async function piecesOf(format: Format, { file, bytes }: Bytes): Promise<Made> {
  if (format === 'docx') return { pieces: await piecesOfDocx(bytes), encoding: 'docx' }
  const { text, encoding } = decode(bytes, file)
  if (format === 'html') return { pieces: piecesOfHtml(text), encoding }
  if (format === 'markdown') return { pieces: piecesOfMarkdown(text), encoding }
  return { pieces: piecesOfText(text), encoding }
}

function missing({ title, issuer }: Front): Doubt[] {
  const place = { line: 1, page: null }
  const doubts: Doubt[] = []
  if (title === null) doubts.push({ code: 'no-title', place, about: '' })
  if (issuer === null) doubts.push({ code: 'no-issuer', place, about: '' })
  return doubts
}

function inPlace<T extends { readonly place: Place }>(all: readonly T[]): T[] {
  return all.toSorted((a, b) => a.place.line - b.place.line)
}
