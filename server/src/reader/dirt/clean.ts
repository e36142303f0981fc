import type { Block, Removed } from '../reading.ts'
import { type PageNumbers, pageNumbers } from './page-numbers.ts'
import { runningHeads } from './running-heads.ts'

export type Cleaned = { readonly blocks: readonly Block[]; readonly removed: readonly Removed[] }

/** Takes out what the program that made the file put between the sentences, and says what. */
export function clean(blocks: readonly Block[]): Cleaned {
  const bare = withoutBookmarks(blocks)
  const numbers = pageNumbers(bare.blocks)
  const heads = runningHeads(bare.blocks, numbers)
  const why = new Map<Block, Removed['why']>()
  for (const one of numbers.keys()) why.set(one, 'page-number')
  for (const one of heads) why.set(one, 'running-head')
  const removed = [...why].map(
    ([block, reason]): Removed => ({ text: textOf(block), why: reason, place: block.place }),
  )
  return {
    blocks: paged(bare.blocks, numbers).filter((_, at) => !why.has(bare.blocks[at] as Block)),
    removed: [...bare.removed, ...removed],
  }
}

const BOOKMARK = /\[bookmark:[^\]\n]{0,80}\]/gu

function withoutBookmarks(blocks: readonly Block[]): Cleaned {
  const removed: Removed[] = []
  const kept = blocks.flatMap((block): Block[] => {
    if (block.kind === 'table' || !block.text.includes('[bookmark:')) return [block]
    for (const [text] of block.text.matchAll(BOOKMARK))
      removed.push({ text, why: 'bookmark', place: block.place })
    const text = block.text.replaceAll(BOOKMARK, '').trim()
    return text === '' ? [] : [{ ...block, text }]
  })
  return { blocks: kept, removed }
}

/**
 * Without form feeds a page's number says which page ends there. What stands before a number that
 * is not the next one, or behind the last, is on no page that is known.
 */
function paged(blocks: readonly Block[], numbers: PageNumbers): Block[] {
  if (numbers.size === 0 || blocks.some(({ place }) => place.page !== null)) return [...blocks]
  const ends = blocks.flatMap((block, at) => {
    const page = block.kind === 'paragraph' ? numbers.get(block) : undefined
    return page === undefined ? [] : [{ at, page }]
  })
  let next = 0
  return blocks.map((block, at) => {
    while ((ends[next]?.at ?? blocks.length) < at) next += 1
    const page = ends[next]?.page ?? null
    const known = next === 0 || page === (ends[next - 1]?.page ?? 0) + 1
    return { ...block, place: { ...block.place, page: known ? page : null } }
  })
}

function textOf(block: Block): string {
  return block.kind === 'table' ? '' : block.text
}
