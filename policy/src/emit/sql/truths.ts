import { ALWAYS, joined, NEVER, NULL, q, type Sql } from './piece.ts'
import { bits, LACKS, NO, type Truth, YES } from './results.ts'
import type { Sheets } from './sheets.ts'

const isConstant = (truth: Truth, as: Sql): boolean => truth.t.text === as.text

export function allOf(limbs: readonly Truth[], sheets: Sheets): Truth {
  if (limbs.some((limb) => isConstant(limb, NEVER))) return NO
  const open = limbs.filter((limb) => !isConstant(limb, ALWAYS))
  return open.length === 0 ? YES : combined(open, ' and ', sheets)
}

export function anyOf(limbs: readonly Truth[], sheets: Sheets): Truth {
  if (limbs.some((limb) => isConstant(limb, ALWAYS))) return YES
  const open = limbs.filter((limb) => !isConstant(limb, NEVER))
  return open.length === 0 ? NO : combined(open, ' or ', sheets)
}

export function notOf({ t, x, may }: Truth): Truth {
  if (t.text === ALWAYS.text) return NO
  if (t.text === NEVER.text) return YES
  return { t: q`(not ${t})`, x, may }
}

/** SQL's own three-valued logic decides; only why an undecided one is undecided needs more. */
function combined(limbs: readonly Truth[], word: string, sheets: Sheets): Truth {
  const shared = tracked(limbs, sheets)
  const may = limbs.map((limb) => limb.may).reduce((a, b) => a | b, bits.THERE)
  return {
    t: joined(
      shared.map(({ t }) => t),
      word,
    ),
    x: onlyRegisters(shared),
    may,
  }
}

/** Limbs whose truth is looked at twice become columns. */
function tracked(limbs: readonly Truth[], sheets: Sheets): readonly Truth[] {
  const unavailable = limbs.some(({ may }) => (may & bits.UNAVAILABLE) !== 0)
  if (!unavailable) return limbs
  return limbs.map((limb) => ({ ...limb, t: sheets.share(limb.t) }))
}

/** No limb waits for a person: asked only where the whole is undecided. */
function onlyRegisters(limbs: readonly Truth[]): Sql {
  if (!limbs.some(({ may }) => (may & bits.UNAVAILABLE) !== 0)) return NEVER
  const waiting = limbs.filter(({ may }) => (may & bits.UNKNOWN) !== 0)
  if (waiting.length === 0) return ALWAYS
  return joined(waiting.map(notWaiting), ' and ')
}

function notWaiting({ t, x }: Truth): Sql {
  return x.text === NEVER.text ? q`(${t} is not null)` : q`(${t} is not null or ${x})`
}

export function atLeast(count: number, limbs: readonly Truth[], sheets: Sheets): Truth {
  const shared = limbs.map((limb) => ({ ...limb, t: sheets.share(limb.t) }))
  const many = (test: (t: Sql) => Sql) =>
    joined(
      shared.map(({ t }) => q`(case when ${test(t)} then 1 else 0 end)`),
      ' + ',
    )
  const t = q`(case when ${many((one) => one)} >= ${count} then true when ${many((one) => q`not ${one}`)} > ${limbs.length - count} then false end)`
  const may = limbs.map((limb) => limb.may).reduce((a, b) => a | b, bits.THERE)
  return { t, x: onlyRegisters(shared), may }
}

export type Branches = { readonly when: Truth; readonly gives: Truth; readonly otherwise: Truth }

/** The truth of one branch or the other; undecided while the question is. */
export function eitherOf({ when, gives, otherwise }: Branches, sheets: Sheets): Truth {
  if (isConstant(when, ALWAYS)) return gives
  if (isConstant(when, NEVER)) return otherwise
  const asked = sheets.share(when.t)
  const may = (when.may & LACKS) | gives.may | otherwise.may
  return {
    t: q`(case when ${asked} then ${gives.t} when not ${asked} then ${otherwise.t} else ${NULL} end)`,
    x:
      (may & bits.UNAVAILABLE) === 0
        ? NEVER
        : q`(case when ${asked} then ${gives.x} when not ${asked} then ${otherwise.x} else ${when.x} end)`,
    may,
  }
}

/** One letter of what was found: met, not met, unavailable or unknown. */
export function letterOf({ t, x, may }: Truth): Sql {
  const lacking =
    (may & bits.UNAVAILABLE) === 0 ? q`'u'` : q`(case when ${x} then 'x' else 'u' end)`
  return q`(case ${t} when true then 'm' when false then 'n' else ${lacking} end)`
}
