import type { Lowering } from './lowering.ts'
import { number } from './lowering.ts'
import {
  ANY_OF,
  both,
  constantOf,
  type Id,
  NO,
  NOT_OF,
  one,
  op,
  select,
  together,
  UNAVAILABLE,
  UNKNOWN,
  YES,
} from './op.ts'

/** Truths are single bits here, never NOT_APPLYING: `strict` sees to it. */

/** Holds or not where the state is 0, else the state as it stands. */
export function truth(l: Lowering, holds: Id, s: Id): Id {
  const [h, state] = [constantOf(l.g, holds), constantOf(l.g, s)]
  if (state !== null && state !== 0) return number(l, state)
  if (h !== null && state === 0) return number(l, h === 1 ? YES : NO)
  return op(l.g, { is: 'truth', of: [holds, s] })
}

/** A truth asked of what does not apply is no. */
export function strict(l: Lowering, { t, loose }: { t: Id; loose: boolean }): Id {
  if (!loose) return t
  const { g } = l
  const applying = both(g, 'and', [t, number(l, 15)])
  return both(g, 'or', [applying, both(g, 'shr', [t, number(l, 4)])])
}

export function allOf(l: Lowering, limbs: readonly Id[]): Id {
  if (limbs.length === 0) return number(l, YES)
  const bits = together(l.g, limbs)
  const known = constantOf(l.g, bits)
  if (known !== null) return number(l, known & -known)
  return limbs.includes(bits) ? bits : one(l.g, 'low', bits)
}

export function anyOf(l: Lowering, limbs: readonly Id[]): Id {
  if (limbs.length === 0) return number(l, NO)
  const bits = together(l.g, limbs)
  const known = constantOf(l.g, bits)
  if (known !== null) return number(l, ANY_OF[known] ?? NO)
  return limbs.includes(bits) ? bits : one(l.g, 'any', bits)
}

export function notOf(l: Lowering, limb: Id): Id {
  const known = constantOf(l.g, limb)
  return known === null ? one(l.g, 'not', limb) : number(l, NOT_OF[known] ?? NO)
}

/** One bit of four, so a shift says it. */
export const isYes = (l: Lowering, t: Id): Id => both(l.g, 'shr', [t, number(l, 3)])
export const isNo = (l: Lowering, t: Id): Id => both(l.g, 'and', [t, number(l, NO)])
export const lacking = (l: Lowering, t: Id): Id =>
  both(l.g, 'and', [t, number(l, UNKNOWN | UNAVAILABLE)])

/** Enough that hold: yes; too few that still can: no; else what is missing. */
export function enough(l: Lowering, count: number, seen: { sure: Id; open: Id; lacks: Id }): Id {
  const { g } = l
  const lack = one(g, 'lack', seen.lacks)
  const impossible = both(g, 'lt', [seen.open, number(l, count)])
  const rest = select(g, 'pick', [impossible, number(l, NO), lack])
  const reached = both(g, 'ge', [seen.sure, number(l, count)])
  return select(g, 'pick', [reached, number(l, YES), rest])
}

export function atLeast(l: Lowering, count: number, limbs: readonly Id[]): Id {
  const { g } = l
  const total = (ids: readonly Id[]) =>
    ids.reduce((so, next) => both(g, 'add', [so, next]), number(l, 0))
  const failed = total(limbs.map((limb) => isNo(l, limb)))
  return enough(l, count, {
    sure: total(limbs.map((limb) => isYes(l, limb))),
    open: both(g, 'sub', [number(l, limbs.length), failed]),
    lacks: lacking(l, together(g, limbs)),
  })
}
