import type { Block, Pieces, Removed } from '../reading.ts'
import { type Line, tableAt } from './flattened-tables.ts'

/** The lines of plain text as paragraphs, one each, with the tables among them. */
export function piecesOfText(text: string): Pieces {
  const lines = linesOf(text)
  const blocks: Block[] = []
  const removed: Removed[] = []
  let gap = 0
  let proseUntil = 0
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    const looked = at >= proseUntil && mayBeATable(line) ? tableAt(lines, at) : null
    if (looked?.found) {
      blocks.push(looked.found.table)
      removed.push(...looked.found.removed)
      at = looked.end - 1
      gap = 0
      continue
    }
    proseUntil = Math.max(proseUntil, looked?.end ?? 0)
    if (!line || line.text.trim() === '') gap += 1
    else {
      blocks.push(paragraphOf(line, gap))
      gap = 0
    }
  }
  return { blocks, removed, doubts: [] }
}

/** Looked for only where a line begins with a tab or shows columns: prose is read once. */
function mayBeATable(line: Line | undefined): boolean {
  return line !== undefined && /^\t|\S[ \u3000]*\t|\S[ \u3000]{2,}\S/u.test(line.text)
}

function paragraphOf({ text, place }: Line, gap: number): Block {
  const indent = /^[ \u3000\t]*/u.exec(text)?.[0].length ?? 0
  return { kind: 'paragraph', text: text.trim(), place, gap, indent }
}

/** Lines with their numbers; a form feed begins a page. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  const paged = text.includes('\f')
  let page = 1
  for (const [at, whole] of text.split(/\r\n|\r|\n/u).entries()) {
    for (const [nth, piece] of whole.split('\f').entries()) {
      if (nth > 0) page += 1
      lines.push({ text: piece, place: { line: at + 1, page: paged ? page : null } })
    }
  }
  return lines
}
