import type { Content, Paragraph, Reading } from '../reading.ts'

export type Front = Pick<Reading, 'title' | 'notice' | 'draft' | 'issuer' | 'issued'>

const NAMES_A_TEXT =
  /(办法|条例|规定|细则|方案|意见|规划|计划|措施|决定|通知|公告|章程|规则|标准|指引|说明)(（[^（）]{1,30}）)*$/u
const NOTICE = /^关于印发[\s\u3000]*《(.+)》的通知$/u
const DRAFT = /征求意见稿|送审稿|草案|讨论稿|修订稿/u
const DAY =
  /^[0-9〇零一二三四五六七八九十]{4}\s*年\s*[0-9一二三四五六七八九十]{1,3}\s*月\s*[0-9一二三四五六七八九十]{1,3}\s*日$/u
const BODY = /(人民政府|人民代表大会|委员会|管委会|办公室|办公厅|中心|部|厅|局|委|院)$/u
const PASSED = /^\d{4}年\d{1,2}月\d{1,2}日(.{4,60}?)(通过|公布|发布)$/u

/** Who and what stands above the first number: printed lines only, nothing guessed. */
export function frontOf(content: readonly Content[]): Front {
  const lines = linesAbove(content).map(({ text }) => text)
  const named = lines.filter((line) => line.length <= 80 && NAMES_A_TEXT.test(line))
  const notice = named.find((line) => NOTICE.test(line)) ?? null
  const inner = notice === null ? null : (NOTICE.exec(notice)?.[1] ?? null)
  const own = named.find((line) => line !== notice)
  const title = own === undefined ? inner : whole(own, lines)
  const signed = lines.findIndex((line, at) => isSigned(line, lines[at + 1]))
  return {
    title,
    notice,
    draft: draftOf(lines, title),
    issuer: (signed < 0 ? null : lines[signed]) ?? passedBy(lines),
    issued: signed < 0 ? null : (lines[signed + 1] ?? null),
  }
}

/** The paragraphs before the first section; an opening word (前言) is not yet the body. */
function linesAbove(content: readonly Content[]): Paragraph[] {
  const first = content.findIndex((one) => one.kind !== 'paragraph')
  const above = first < 0 ? content.slice(0, 12) : content.slice(0, first)
  return above.filter((one): one is Paragraph => one.kind === 'paragraph')
}

function isSigned(line: string, next: string | undefined): boolean {
  return line.length <= 30 && BODY.test(line) && next !== undefined && DAY.test(next)
}

function passedBy(lines: readonly string[]): string | null {
  const passed = lines.map((line) => PASSED.exec(line)?.[1]).find((body) => body !== undefined)
  return passed ?? null
}

/** 管理办法（试行） alone names nothing: the line above begins the title. */
function whole(title: string, lines: readonly string[]): string {
  const above = lines[lines.indexOf(title) - 1] ?? ''
  const short = title.replace(/（.*/u, '').length <= 6
  const begins = above !== '' && above.length <= 40 && !/[。；：，、）〕号日]$/u.test(above)
  return short && begins ? `${above}${title}` : title
}

/** Printed behind the title, or in brackets on the line below it. */
function draftOf(lines: readonly string[], title: string | null): string | null {
  if (title === null) return null
  const behind = /（([^（）]*)）$/u.exec(title)?.[1] ?? ''
  const last = lines.findIndex((line) => title.endsWith(line))
  const below = /^（([^（）]{1,20})）$/u.exec(lines[last + 1] ?? '')?.[1] ?? ''
  return [behind, below].find((words) => DRAFT.test(words)) ?? null
}
