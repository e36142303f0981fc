import type { Block, Loose } from '../reading.ts'

/** The paragraphs that are page numbers, with the page each ends. */
export type PageNumbers = ReadonlyMap<Loose, number>

const BARE = /^\d{1,4}$/u
const DRESSED =
  /^(?:[-—–－·]+\s*(\d{1,4})\s*[-—–－·]+|第\s*(\d{1,4})\s*页(?:[\s，,/]*共\s*\d{1,4}\s*页)?|(\d{1,4})\s*\/\s*\d{1,4})$/u

/**
 * Paragraphs that are only the page's number: dressed (— 3 —, 第3页) anywhere; bare where a blank
 * line or a page's end is beside it, no other bare number is, and numbers go up.
 */
export function pageNumbers(blocks: readonly Block[]): PageNumbers {
  const found = new Map<Loose, number>()
  let last = 0
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'paragraph') continue
    const dressed = DRESSED.exec(block.text)
    if (dressed) {
      last = Number(dressed[1] ?? dressed[2] ?? dressed[3])
      found.set(block, last)
    } else if (BARE.test(block.text) && Number(block.text) > last && standsAlone(blocks, at)) {
      last = Number(block.text)
      found.set(block, last)
    }
  }
  return found
}

function standsAlone(blocks: readonly Block[], at: number): boolean {
  const [before, own, after] = [blocks[at - 1], blocks[at], blocks[at + 1]]
  if (isBare(before) || isBare(after)) return false
  return gapOf(own) > 0 || gapOf(after) > 0 || after === undefined || pageTurns(own, after)
}

function isBare(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && BARE.test(block.text)
}

function gapOf(block: Block | undefined): number {
  return block?.kind === 'paragraph' ? block.gap : 0
}

function pageTurns(own: Block | undefined, after: Block): boolean {
  return own?.place.page !== after.place.page
}
