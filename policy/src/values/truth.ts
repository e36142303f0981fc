/**
 * Truth that may be missing. `unknown` waits for a person, `unavailable` for a register; neither is
 * ever taken for a yes or a no.
 */
export type Truth = 'yes' | 'no' | 'unknown' | 'unavailable'

const first = (order: readonly Truth[], limbs: readonly Truth[], otherwise: Truth): Truth =>
  order.find((truth) => limbs.includes(truth)) ?? otherwise

/** One failed limb settles it, whatever is still missing. */
export function allOf(limbs: readonly Truth[]): Truth {
  return first(['no', 'unknown', 'unavailable'], limbs, 'yes')
}

/** One limb that holds settles it. */
export function anyOf(limbs: readonly Truth[]): Truth {
  return first(['yes', 'unknown', 'unavailable'], limbs, 'no')
}

/** Enough that hold: yes; too few that still can: no; else what is missing. */
export function atLeast(count: number, limbs: readonly Truth[]): Truth {
  const holding = limbs.filter((limb) => limb === 'yes').length
  const failed = limbs.filter((limb) => limb === 'no').length
  if (holding >= count) return 'yes'
  if (limbs.length - failed < count) return 'no'
  return limbs.includes('unknown') ? 'unknown' : 'unavailable'
}

export function notOf(limb: Truth): Truth {
  return limb === 'yes' ? 'no' : limb === 'no' ? 'yes' : limb
}
