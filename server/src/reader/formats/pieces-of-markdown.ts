import { marked, type Token, type Tokens } from 'marked'
import { refusal } from '../../kernel/index.ts'
import type { Block, Doubt, Pieces, Place, Removed, Row } from '../reading.ts'
import { piecesOfHtml } from './pieces-of-html.ts'

const DEEPEST = 50
/** Quotes and lists inside each other on one line; the lexer's time grows with their square. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){51}/mu

/** Markdown by its tokens; a line of a paragraph is a paragraph, broken ones are joined later. */
export function piecesOfMarkdown(text: string): Pieces {
  const taking: Taking = { blocks: [], removed: [], doubts: [] }
  takeAll(taking, tokensOf(text), { line: 1, depth: 0 })
  return taking
}

type Taking = {
  readonly blocks: Block[]
  readonly removed: Removed[]
  readonly doubts: Doubt[]
}

type Standing = { readonly line: number; readonly depth: number }

function tokensOf(text: string): readonly Token[] {
  if (TOO_DEEP.test(text)) refusal('reader.too-deep', { limit: DEEPEST })
  try {
    return marked.lexer(text.replaceAll(/\r\n?/gu, '\n'))
  } catch (problem) {
    if (problem instanceof RangeError) return refusal('reader.too-deep', { limit: DEEPEST })
    throw problem
  }
}

function takeAll(taking: Taking, tokens: readonly Token[], { line, depth }: Standing): void {
  if (depth > DEEPEST) refusal('reader.too-deep', { limit: DEEPEST })
  let at = line
  for (const token of tokens) {
    take(taking, token, { line: at, depth })
    at += token.raw.split('\n').length - 1
  }
}

function take(taking: Taking, token: Token, standing: Standing): void {
  const place: Place = { line: standing.line, page: null }
  if (token.type === 'heading') {
    const { depth, tokens } = token as Tokens.Heading
    const text = inlineText(taking, tokens, place)
    if (text !== '') taking.blocks.push({ kind: 'heading', level: depth, text, place })
  } else if (token.type === 'table') takeTable(taking, token as Tokens.Table, place)
  else if (token.type === 'list') takeList(taking, token as Tokens.List, standing)
  else if (token.type === 'html') takeHtml(taking, token.raw, place)
  else if (token.type === 'blockquote')
    takeAll(taking, (token as Tokens.Blockquote).tokens, { ...standing, depth: standing.depth + 1 })
  else if (token.type === 'paragraph' || token.type === 'text')
    lines(taking, inlineText(taking, (token as Tokens.Paragraph).tokens ?? [token], place), place)
  else if (token.type === 'code') lines(taking, (token as Tokens.Code).text, place)
}

/** A list strips its numbers from the text; they are printed, so they come back. */
function takeList(taking: Taking, list: Tokens.List, { line, depth }: Standing): void {
  let at = line
  for (const item of list.items) {
    const number = list.ordered ? (/^\s*\d+[.)]/u.exec(item.raw)?.[0].trim() ?? '') : ''
    const before = taking.blocks.length
    takeAll(taking, item.tokens, { line: at, depth: depth + 1 })
    const first = taking.blocks[before]
    if (number !== '' && first && first.kind !== 'table')
      taking.blocks[before] = { ...first, text: `${number} ${first.text}` }
    at += item.raw.split('\n').length - 1
  }
}

function takeTable(taking: Taking, { header, rows }: Tokens.Table, place: Place): void {
  const row = (cells: readonly Tokens.TableCell[], at: number): Row => {
    const here = { line: place.line + at, page: null }
    return { cells: cells.map(({ tokens }) => inlineText(taking, tokens, here)), place: here }
  }
  taking.blocks.push({
    kind: 'table',
    header: row(header, 0),
    rows: rows.map((cells, at) => row(cells, at + 2)),
    place,
  })
}

function takeHtml(taking: Taking, html: string, place: Place): void {
  const { blocks, removed, doubts } = piecesOfHtml(html)
  const moved = <T extends { readonly place: Place }>(one: T): T => ({
    ...one,
    place: { line: place.line + one.place.line - 1, page: null },
  })
  taking.blocks.push(...blocks.map(moved))
  taking.removed.push(...removed.map(moved))
  taking.doubts.push(...doubts.map(moved))
}

function lines(taking: Taking, text: string, { line }: Place): void {
  for (const [at, one] of text.split('\n').entries()) {
    const indent = /^[ \u3000]*/u.exec(one)?.[0].length ?? 0
    const place = { line: line + at, page: null }
    if (one.trim() !== '')
      taking.blocks.push({
        kind: 'paragraph',
        text: one.trim(),
        place,
        gap: at === 0 ? 1 : 0,
        indent,
      })
  }
}

/** The words of a line without its marks; HTML inside it is read as HTML. */
function inlineText(taking: Taking, tokens: readonly Token[], place: Place): string {
  const raw = tokens.map((token) => inlineRaw(token)).join('')
  if (!/[<&]/u.test(raw)) return raw.trim()
  const { blocks, removed } = piecesOfHtml(raw.replaceAll('\n', '<br>'))
  taking.removed.push(...removed.map((one) => ({ ...one, place })))
  return blocks.map((block) => (block.kind === 'table' ? '' : block.text)).join('\n')
}

function inlineRaw(token: Token): string {
  if (token.type === 'br') return '\n'
  if (token.type === 'html') return token.raw
  if (token.type === 'escape' || token.type === 'codespan')
    return (token as Tokens.Codespan).text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  if (token.type === 'image') return (token as Tokens.Image).text
  const inner = 'tokens' in token ? token.tokens : undefined
  if (inner) return inner.map(inlineRaw).join('')
  return 'text' in token ? String(token.text) : ''
}
