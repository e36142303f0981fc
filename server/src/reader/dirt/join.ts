import type { Block, Joined, Loose } from '../reading.ts'
import { markerOf } from '../structure/marker.ts'

export type JoinedUp = { readonly blocks: readonly Block[]; readonly joined: readonly Joined[] }

/** Puts together again what a line's or page's end broke inside a sentence. */
export function joinBroken(blocks: readonly Block[]): JoinedUp {
  const width = wrapWidth(blocks)
  const whole: Block[] = []
  const joined: Joined[] = []
  let last: Loose | null = null
  for (const block of blocks) {
    const before = whole.at(-1)
    if (before?.kind === 'paragraph' && last && block.kind === 'paragraph') {
      if (goesOn(before, { last, next: block, width })) {
        whole[whole.length - 1] = {
          ...before,
          text: `${before.text}${between(last, block)}${block.text}`,
        }
        joined.push({ place: last.place, with: block.place })
        last = block
        continue
      }
    }
    whole.push(block)
    last = block.kind === 'paragraph' ? block : null
  }
  return { blocks: whole, joined }
}

type Seam = { readonly last: Loose; readonly next: Loose; readonly width: number }

const LONGEST_SENTENCE = 2000
const ENDED = /[。；：！？!?;:…][”’』」）》〕）)\]]*$|[〕】]$/u
const MID_SENTENCE = /[，、,—]$/u
const SAYS_A_SENTENCE = /[。；]/u
const LONGEST_HEADING = 60

function goesOn(before: Loose, { last, next, width }: Seam): boolean {
  if (ENDED.test(last.text) || markerOf(next.text) !== null) return false
  if (width > 0 && next.indent >= 2) return false
  if (width > 0 && next.gap === 0 && last.text.length >= width - 2) return true
  if (MID_SENTENCE.test(last.text) || openBrackets(before.text) > 0) return true
  return before.text.length > LONGEST_HEADING || SAYS_A_SENTENCE.test(before.text)
}

/** Brackets still open at the end; a text too long for one sentence is not looked through. */
function openBrackets(text: string): number {
  if (text.length > LONGEST_SENTENCE) return 0
  const count = (signs: RegExp) => text.match(signs)?.length ?? 0
  return count(/[（《“〔]/gu) - count(/[）》”〕]/gu)
}

/** Where most lines end at one width the text was broken by it; 0 where it was not. */
function wrapWidth(blocks: readonly Block[]): number {
  const lengths = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text.length] : []))
  const sorted = lengths.toSorted((a, b) => a - b)
  const widest = sorted[Math.floor(sorted.length * 0.95)] ?? 0
  const full = lengths.filter((length) => length >= widest - 3 && length <= widest + 3)
  const wrapped = lengths.length >= 8 && widest >= 15 && widest <= 80
  return wrapped && full.length >= lengths.length * 0.4 ? widest - 1 : 0
}

function between(last: Loose, next: Loose): string {
  return /[A-Za-z]$/u.test(last.text) && /^[A-Za-z]/u.test(next.text) ? ' ' : ''
}
