import type { Position } from '../text/complaint.ts'
import { measured } from '../values/unit.ts'
import type { Known } from './known.ts'

export type Where = { readonly at: Position; readonly cite: string }

/** Complains of a text that is no number with a unit. */
export function mustMeasure(known: Known, text: string | undefined, { at, cite }: Where): void {
  if (text === undefined || measured(text)) return
  known.complaints.add({
    at,
    cite,
    code: 'number.unreadable',
    zh: `“${text}”不是带单位的数，如 600家、20%、1500亿元`,
    en: `“${text}” is no number with a unit such as 600家, 20%, 1500亿元`,
  })
}
