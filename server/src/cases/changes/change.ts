import { addDays, addMonths, type Day, type Entry, type Id } from '../../kernel/index.ts'
import type { Alterable } from '../../registries/index.ts'

export type ChangeId = Id<'ChangeId'>

/** What a change came to for the recognition: kept, kept under another name or place, referred for revocation. */
export const EFFECTS = ['kept', 'altered', 'referred'] as const
export type Effect = (typeof EFFECTS)[number]

export type Reported = {
  readonly id: ChangeId
  /** Which change of the measure's list. */
  readonly kind: string
  readonly plannedOn: Day
  /** The last day to report it; null where it could not be foreseen. */
  readonly dueOn: Day | null
  readonly late: boolean
}

export type Visit = {
  readonly visitedOn: Day
  readonly remote: boolean
  /** Whether the place was found as reported. */
  readonly asReported: boolean
  readonly photos: readonly { readonly id: string; readonly sha256: string }[]
}

/** 变更报备: one change from its report to what it came to, folded from the case's record. */
export type Change = Reported & {
  readonly said: string
  readonly cite: string
  readonly reported: { readonly on: Day; readonly by: string }
  readonly verified:
    | (Visit & {
        readonly on: Day
        readonly by: string
        readonly found: string
        readonly cite: string
      })
    | null
  readonly filed: { readonly on: Day; readonly said: string; readonly cite: string } | null
  readonly settled: {
    readonly on: Day
    readonly effect: Effect
    readonly became: string | null
    /** What of the register's entry was altered. */
    readonly alters: Alterable | null
    /** The sanction proceeding a referral opened. */
    readonly proceeding: string | null
    readonly reason: string
  } | null
}

type Settled = Pick<NonNullable<Change['settled']>, 'effect' | 'became' | 'alters' | 'proceeding'>

/** Entries made before a settled change was followed up. */
const BEFORE_FOLLOWED = { alters: null, proceeding: null }

type Said = Pick<Entry, 'act' | 'on' | 'actor' | 'reason' | 'cite' | 'detail'>

/** Every change on a case, oldest first. */
export function foldChanges(entries: readonly Said[]): Change[] {
  const all = new Map<string, Change>()
  for (const entry of entries) {
    if (!entry.act.startsWith('change.')) continue
    const { id } = entry.detail as unknown as { id: string }
    const before = all.get(id)
    const after = entry.act === 'change.report' ? begun(entry) : before && next(before, entry)
    if (after) all.set(id, after)
  }
  return [...all.values()]
}

function begun(entry: Said): Change {
  return {
    ...(entry.detail as unknown as Reported),
    said: entry.reason ?? '',
    cite: entry.cite ?? '',
    reported: { on: entry.on, by: entry.actor.name },
    verified: null,
    filed: null,
    settled: null,
  }
}

function next(of: Change, { act, on, actor, reason, cite, detail }: Said): Change {
  const text = reason ?? ''
  const given = detail as never
  switch (act) {
    case 'change.verify':
      return {
        ...of,
        verified: { ...(given as Visit), on, by: actor.name, found: text, cite: cite ?? '' },
      }
    case 'change.file':
      return { ...of, filed: { on, said: text, cite: cite ?? '' } }
    case 'change.settle':
      return {
        ...of,
        settled: { ...BEFORE_FOLLOWED, ...(given as Settled), on, reason: text },
      }
    default:
      return of
  }
}

export type Ahead = {
  readonly length: number
  readonly unit: 'working-days' | 'days' | 'months' | 'years'
}

/**
 * The last day to report a change planned for a day: the mirror of the civil code's month rule
 * (民法典 第202条). The corresponding day of an earlier month, its last day where it has none; not
 * moved by rest days, which would shorten the office's time. Working days are counted by `back`.
 */
export function lastDayBefore(
  planned: Day,
  ahead: Ahead,
  back: (planned: Day, days: number) => Day,
): Day {
  switch (ahead.unit) {
    case 'years':
      return addMonths(planned, -12 * ahead.length)
    case 'months':
      return addMonths(planned, -ahead.length)
    case 'days':
      return addDays(planned, -ahead.length)
    case 'working-days':
      return back(planned, ahead.length)
  }
}
