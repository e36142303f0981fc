import { codeIn, MET, type Side } from './bench-of-firms.ts'
import type { Grouping } from './grouping.ts'

/** Six numbers a group: how many meet the present text and the draft, their fen, gains and falls. */
const NOW = 0
const NOW_FEN = 1
const DRAFT = 2
const DRAFT_FEN = 3
const GAINS = 4
const FALLS = 5
const WIDTH = 6

export type GroupCounts = {
  readonly now: { readonly firms: number; readonly fen: number }
  readonly draft: { readonly firms: number; readonly fen: number }
  readonly gains: number
  readonly falls: number
}

/** Rows by what becomes of them, in their order. */
export type Changes = Readonly<Record<'gains' | 'falls' | 'open' | 'barred' | 'freed', number[]>>

export type Counted = {
  readonly all: GroupCounts
  readonly changes: Changes
  /** By way of grouping, by place of the group's name. */
  readonly groups: readonly (readonly GroupCounts[])[]
}

export type Sides = { readonly now: Side; readonly draft: Side; readonly rows: number }

/** Both texts' answers to one service, counted whole and by group. */
export function compareRows(sides: Sides, ways: readonly Grouping[]): Counted {
  const changes = changesIn(sides)
  const whole = countsIn({ of: null, names: 1 }, sides, changes)
  return {
    all: whole[0] ?? NONE,
    changes,
    groups: ways.map(({ of, names }) => countsIn({ of, names: names.length }, sides, changes)),
  }
}

function changesIn({ now, draft, rows }: Sides): Changes {
  const changes: Changes = { gains: [], falls: [], open: [], barred: [], freed: [] }
  const there = now.service !== null
  for (let row = 0; row < rows; row += 1) {
    const was = codeIn(now.codes, row)
    const is = codeIn(draft.codes, row)
    if (was === is) continue
    const change = changeOf(was, is, there)
    if (change !== null) changes[change].push(row)
  }
  return changes
}

type Way = { readonly of: Int32Array | null; readonly names: number }

function countsIn({ of, names }: Way, sides: Sides, changes: Changes): readonly GroupCounts[] {
  const into = new Float64Array(WIDTH * names)
  const { now, draft, rows } = sides
  countMet(now, { of, into, rows, at: NOW })
  countMet(draft, { of, into, rows, at: DRAFT })
  countEach(changes.gains, { of, into, at: GAINS })
  countEach(changes.falls, { of, into, at: FALLS })
  return groupsIn(into)
}

type Table = { readonly of: Int32Array | null; readonly into: Float64Array; readonly at: number }

/** Who meets it, and what it costs where that is known. */
function countMet({ codes, fen }: Side, { of, into, at, rows }: Table & { rows: number }): void {
  for (let row = 0; row < rows; row += 1) {
    if (codeIn(codes, row) !== MET) continue
    const place = (of?.[row] ?? 0) * WIDTH + at
    into[place] = (into[place] ?? 0) + 1
    const cost = fen?.[row] ?? 0
    if (!Number.isNaN(cost)) into[place + 1] = (into[place + 1] ?? 0) + cost
  }
}

function countEach(changed: readonly number[], { of, into, at }: Table): void {
  for (const row of changed) {
    const place = (of?.[row] ?? 0) * WIDTH + at
    into[place] = (into[place] ?? 0) + 1
  }
}

/** What the present text does not have nobody is barred from or freed for. */
function changeOf(was: number, is: number, there: boolean): keyof Changes | null {
  if (was === MET) return is === MET ? null : is === 0 ? 'falls' : 'open'
  if (is === MET) return 'gains'
  if (!there) return null
  if (is === 0) return 'barred'
  return was === 0 ? 'freed' : null
}

const NONE: GroupCounts = {
  now: { firms: 0, fen: 0 },
  draft: { firms: 0, fen: 0 },
  gains: 0,
  falls: 0,
}

function groupsIn(into: Float64Array): readonly GroupCounts[] {
  const at = (place: number) => into[place] ?? 0
  return Array.from({ length: into.length / WIDTH }, (_, group) => group * WIDTH).map((from) => ({
    now: { firms: at(from + NOW), fen: at(from + NOW_FEN) },
    draft: { firms: at(from + DRAFT), fen: at(from + DRAFT_FEN) },
    gains: at(from + GAINS),
    falls: at(from + FALLS),
  }))
}
