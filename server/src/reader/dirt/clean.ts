import type { Block, Loose, Removed } from '../reading.ts'
import { pageNumbers } from './page-numbers.ts'
import { runningHeads } from './running-heads.ts'

export type Cleaned = { readonly blocks: readonly Block[]; readonly removed: readonly Removed[] }

/** Takes out what the program that made the file put between the sentences, and says what. */
export function clean(blocks: readonly Block[]): Cleaned {
  const bare = withoutBookmarks(blocks)
  const numbers = pageNumbers(bare.blocks)
  const heads = runningHeads(bare.blocks, numbers)
  const why = new Map<Block, Removed['why']>()
  for (const one of numbers) why.set(one, 'page-number')
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

/** Without form feeds the page numbers found say where pages end. */
function paged(blocks: readonly Block[], numbers: ReadonlySet<Loose>): Block[] {
  if (numbers.size === 0 || blocks.some(({ place }) => place.page !== null)) return [...blocks]
  let page = 1
  return blocks.map((block) => {
    const placed = { ...block, place: { ...block.place, page } }
    if (block.kind === 'paragraph' && numbers.has(block)) page += 1
    return placed
  })
}

function textOf(block: Block): string {
  return block.kind === 'table' ? '' : block.text
}
