import type { Block, Loose } from '../reading.ts'
import type { PageNumbers } from './page-numbers.ts'

const LONGEST_HEAD = 40

/**
 * The same short line beside the page's turn, on two pages or more. At the very beginning it may be
 * the title, and stays.
 */
export function runningHeads(blocks: readonly Block[], numbers: PageNumbers): ReadonlySet<Loose> {
  const beside = blocks.filter((block, at): block is Loose => {
    if (block.kind !== 'paragraph' || numbers.has(block)) return false
    return block.text.length <= LONGEST_HEAD && besideTurn(blocks, at, numbers)
  })
  const times = new Map<string, number>()
  for (const { text } of beside) times.set(spelled(text), (times.get(spelled(text)) ?? 0) + 1)
  return new Set(beside.filter(({ text }) => (times.get(spelled(text)) ?? 0) > 1))
}

function besideTurn(blocks: readonly Block[], at: number, numbers: PageNumbers): boolean {
  const [before, own, after] = [blocks[at - 1], blocks[at], blocks[at + 1]]
  const turns = [before, after].some(
    (one) => one !== undefined && one.place.page !== own?.place.page,
  )
  return turns || [before, after].some((one) => one?.kind === 'paragraph' && numbers.has(one))
}

function spelled(text: string): string {
  return text.replaceAll(/\d+|\s+/gu, '')
}
