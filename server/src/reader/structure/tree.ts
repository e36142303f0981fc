import type { Block, Content, Doubt, DoubtCode, Place, Section } from '../reading.ts'
import { addressed, looksLikeHeading, type Marker, markerOf } from './marker.ts'

type Open = {
  readonly marker: Marker
  readonly place: Place
  readonly address: string
  readonly title: string | null
  readonly content: Content[]
}

/** A number can be typed in the neighbouring style: （4） after （三）. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  '（1）': '（一）',
  '（一）': '（1）',
  '1.': '1、',
  '1、': '1.',
}

export type Tree = { readonly content: readonly Content[]; readonly doubts: readonly Doubt[] }

/** Puts blocks, in their order, under the numbers they stand below. */
export function treeOf(blocks: readonly Block[]): Tree {
  const growing = new Growing()
  for (const block of blocks) growing.take(block)
  return growing.done()
}

class Growing {
  readonly #root: Content[] = []
  readonly #stack: Open[] = []
  readonly #doubts: Doubt[] = []
  readonly #addresses = new Set<string>()
  #article = 0

  take(block: Block): void {
    if (block.kind === 'table') {
      this.#put(block)
      return
    }
    const marker = this.#markerIn(block)
    if (marker) this.#open(marker, block.place)
    else if (block.kind === 'heading') this.#heading(block)
    else this.#put({ kind: 'paragraph', text: block.text, place: block.place })
  }

  done(): Tree {
    this.#closeTo(0)
    return { content: this.#root, doubts: this.#doubts }
  }

  #markerIn(block: Exclude<Block, { kind: 'table' }>): Marker | null {
    const marker = markerOf(block.text)
    if (marker?.style === 'article') return this.#articleIn(marker, block)
    // 附件3 above the title says what the document is to another; it opens nothing.
    if (marker?.style === 'annex' && this.#stack.length === 0) return null
    return marker
  }

  /** 第六条所称… may begin a line of text: an article's number follows the one before. */
  #articleIn(marker: Marker, { kind, place }: Exclude<Block, { kind: 'table' }>): Marker | null {
    const number = marker.number ?? 0
    const follows = number === this.#article + 1
    const refers = /^(的|所|之|规定|、|和|至|第|中|款|项)/u.test(marker.rest)
    if (follows && (marker.alone || kind === 'heading' || !refers)) return marker
    if (!marker.alone && kind !== 'heading') return null
    if (number > this.#article) return marker
    this.#doubt('number-again', place, marker.label)
    return null
  }

  #open(printed: Marker, place: Place): void {
    const depth = this.#depthFor(printed)
    const before = this.#stack[depth]?.marker ?? null
    const marker = before && this.#isSibling(printed, before) ? inStyleOf(before, printed) : printed
    if (marker.style !== printed.style) this.#doubt('number-style', place, printed.label)
    this.#checkNumber(marker, place, before?.style === marker.style ? before : null)
    this.#closeTo(depth)
    if (marker.style === 'annex') this.#article = 0
    if (marker.style === 'article') this.#article = marker.number ?? 0
    this.#stack.push({
      marker,
      place,
      address: this.#addressOf(marker, place),
      ...begun(marker, place),
    })
  }

  #isSibling({ style, number }: Marker, before: Marker | null): boolean {
    if (before === null) return false
    if (before.style === style) return true
    const next = number !== null && number === (before.number ?? 0) + 1
    return next && number > 1 && NEIGHBOURS[style] === before.style
  }

  /** How many of the open sections stay open above a section with this marker. */
  #depthFor(marker: Marker): number {
    const own = this.#stack.findLastIndex((open) => open.marker.style === marker.style)
    if (own >= 0) return own
    const near = this.#stack.findLastIndex((open) => this.#isSibling(marker, open.marker))
    if (near >= 0) return near
    const above = this.#stack.findIndex((open) => open.marker.rank >= marker.rank)
    return above < 0 ? this.#stack.length : above
  }

  #checkNumber({ style, number, label }: Marker, place: Place, before: Marker | null): void {
    if (style === '——' || number === null || style === 'box') return
    const last = style === 'article' ? this.#article : (before?.number ?? 0)
    if (number > last + 1) this.#doubt('number-missing', place, label)
    if (number <= last) this.#doubt('number-again', place, label)
  }

  #addressOf(marker: Marker, place: Place): string {
    const parent = this.#stack.findLast((open) => addressesItems(open.marker, marker.style))
    const address = `${parent?.address ?? ''}${this.#ownAddress(marker)}`
    if (this.#addresses.has(address)) this.#doubt('number-again', place, address)
    this.#addresses.add(address)
    return address
  }

  /** An article is cited with digits however it is printed; dashes are counted. */
  #ownAddress({ style, label, number }: Marker): string {
    if (style === 'article') return `第${number}条`
    if (style !== '——') return addressed(label)
    const siblings = this.#stack.at(-1)?.content ?? this.#root
    const dashes = siblings.filter((one) => 'label' in one && one.label === '——')
    return `——${dashes.length + 1}`
  }

  #heading({ text, level, place }: Extract<Block, { kind: 'heading' }>): void {
    const started = this.#root.length > 0 || this.#stack.length > 0
    if (!started) {
      this.#put({ kind: 'paragraph', text, place })
      return
    }
    const rank = 1 + (Math.min(level, 6) - 1) * 0.3
    const above = this.#stack.findIndex((open) => open.marker.rank >= rank)
    this.#closeTo(above < 0 ? this.#stack.length : above)
    const marker: Marker = {
      style: 'heading',
      kind: 'heading',
      rank,
      label: '',
      number: null,
      rest: text,
      alone: true,
    }
    this.#stack.push({ marker, place, address: text, title: text, content: [] })
  }

  #put(content: Content): void {
    ;(this.#stack.at(-1)?.content ?? this.#root).push(content)
  }

  #closeTo(depth: number): void {
    while (this.#stack.length > depth) {
      const open = this.#stack.pop()
      if (open) this.#put(closed(open))
    }
  }

  #doubt(code: DoubtCode, place: Place, about: string): void {
    this.#doubts.push({ code, place, about })
  }
}

/** Chapters do not count in an article's address; everything else does in what stands below it. */
function addressesItems({ kind, style }: Marker, of: string): boolean {
  if (kind === 'heading') return false
  if (of === 'article') return style === 'annex'
  if (of === 'chapter' || of === 'subchapter')
    return kind === 'annex' || kind === 'part' || kind === 'chapter'
  return true
}

/** What stands behind a number is the heading of what follows, or already its text. */
function begun({ rest }: Marker, place: Place): Pick<Open, 'title' | 'content'> {
  if (rest === '') return { title: null, content: [] }
  if (looksLikeHeading(rest)) return { title: rest, content: [] }
  return { title: null, content: [{ kind: 'paragraph', text: rest, place }] }
}

/** A list goes on in the style it began in, whatever was typed. */
function inStyleOf({ style, rank }: Marker, marker: Marker): Marker {
  return { ...marker, style, rank }
}

function closed({ marker, place, address, title, content }: Open): Section {
  const { kind, label, number } = marker
  const own = { kind, label, number, address, title, content, place }
  return kind === 'annex' && title === null ? titled(own) : own
}

/** An annex has its title on the lines below its number. */
function titled(annex: Section): Section {
  const { content } = annex
  const first = content.findIndex((one) => one.kind !== 'paragraph' || !looksLikeHeading(one.text))
  const lines = content.slice(0, first < 0 ? 0 : Math.min(first, 3))
  if (lines.length === 0) return annex
  const title = lines.map((line) => (line.kind === 'paragraph' ? line.text : '')).join('')
  return { ...annex, title, content: content.slice(lines.length) }
}
