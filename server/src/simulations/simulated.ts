import type { Compared, SimulatedFirm } from '@banfa/policy/bulk'
import type { Program, Words } from '@banfa/policy/run'
import type { CalendarDays } from '../kernel/index.ts'

/** A number of the draft that may be moved: a condition that compares one fact with it. */
export type Threshold = {
  readonly condition: string
  readonly title: Words
  readonly cite: string
  readonly fact: Words
  readonly is: string
  /** In the fact's own unit. */
  readonly number: number
  readonly unit: string | null
}

/** A threshold put elsewhere, in the fact's own unit. */
export type Moved = { readonly condition: string; readonly number: number }

/** Why a firm's answer changes, as the interpreter says it on both texts. */
export type Change = {
  readonly id: string
  readonly change: 'gains' | 'falls' | 'open' | 'barred' | 'freed'
  readonly reasons: readonly { readonly cite: string; readonly reads: Words }[]
}

export type Ran = {
  readonly firms: number
  readonly compared: readonly Compared[]
  readonly thresholds: readonly Threshold[]
  /** How long the recount took. */
  readonly milliseconds: number
}

/** What a bench's thread is asked. */
export type Asked =
  | { readonly kind: 'firms'; readonly firms: readonly SimulatedFirm[] }
  | { readonly kind: 'run'; readonly moved: readonly Moved[] }
  | {
      readonly kind: 'changes'
      readonly service: string
      readonly from: number
      readonly to: number
    }

/** What a bench is about: both texts, the day asked and its calendar. */
export type Setting = {
  readonly draft: Program
  readonly now: Program
  readonly on: string
  readonly calendar: CalendarDays
}
