import type { Program, TransitionalRule } from '@banfa/policy/run'
import type { Day } from '../kernel/index.ts'

/** Two texts of one measure, the one that came first and the one in force after it. */
export type TwoTexts = { readonly former: Program; readonly later: Program }

/** What a transitional rule (过渡条款) says of something filed, and which rule it is. */
export type Seam = { readonly governs: 'former' | 'later'; readonly rule: TransitionalRule }

/**
 * Which of two texts governs what is filed on a day, as far as their transitional rules say. The
 * later text is asked first, then what the former promised (立法法 第103条、第104条). Null when
 * neither speaks of filings on that day.
 */
export function seamBetween({ former, later }: TwoTexts, on: Day): Seam | null {
  const own = later.transitional.find((one) => speaksOf(one, on))
  if (own) return { governs: own.governs === 'former' ? 'former' : 'later', rule: own }
  const kept = former.transitional.find((one) => one.governs === 'this' && speaksOf(one, on))
  return kept ? { governs: 'former', rule: kept } : null
}

/**
 * The text that governs an application filed for the first time on a day, under a call pinned to one
 * text while another may have come into force. The call's stands, unless a transitional rule of the
 * text in force takes in what is filed from then on and that text has the service.
 */
export function textForFiling(
  pinned: Program,
  inForce: Program | null,
  filed: { readonly service: string; readonly on: Day },
): Program {
  if (!inForce || inForce.digest === pinned.digest) return pinned
  if (!Object.hasOwn(inForce.services, filed.service)) return pinned
  const seam = seamBetween({ former: pinned, later: inForce }, filed.on)
  return seam?.governs === 'later' ? inForce : pinned
}

function speaksOf({ upon, until }: TransitionalRule, on: Day): boolean {
  return upon === 'filed' && (until === null || on <= until)
}
