import type { LetterContent } from '../letter.ts'

/** Letters whose text an office may edit. A receipt has two: for a filing and for its acceptance. */
export const WORDED_KINDS = [
  'receipt',
  'acceptance',
  'correction',
  'hearing',
  'recommendation',
  'notice',
  'decision',
  'refusal',
  'minutes',
  'sanction',
  'reply',
  'adoption',
] as const
export type WordedKind = (typeof WORDED_KINDS)[number]

/** A letter's text with placeholders `{申报单位}`; a line is a paragraph. */
export type Wording = {
  readonly title: string
  /** Whom it is sent to 主送; empty for none. */
  readonly addressee: string
  readonly body: string
  /** The last lines, which stay on the page of the signature. */
  readonly closing: string
}

export const PARTS = ['title', 'addressee', 'body', 'closing'] as const

export function wordedKindOf(letter: LetterContent): WordedKind {
  return letter.kind === 'receipt' && letter.content.of === 'accepted' ? 'acceptance' : letter.kind
}
