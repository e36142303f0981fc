import { MET, type Side } from './bench-of-firms.ts'
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

/** Both texts' answers to one service in one pass over the rows, counted whole and by group. */
export function compareRows(sides: Sides, ways: readonly Grouping[]): Counted {
  const { now, draft, rows } = sides
  const changes: Changes = { gains: [], falls: [], open: [], barred: [], freed: [] }
  const tables = [
    { of: null, into: new Float64Array(WIDTH) },
    ...ways.map((way) => ({ of: way.of, into: new Float64Array(WIDTH * way.names.length) })),
  ]
  const there = now.service !== null
  for (let row = 0; row < rows; row += 1) {
    const [was, is] = [now.code(row), draft.code(row)]
    if (was === is && was !== MET) continue
    const change = changeOf(was, is, there)
    if (change !== null) changes[change].push(row)
    const met = { nowFen: fenOf(now, was, row), draftFen: fenOf(draft, is, row), change }
    for (const { of, into } of tables) count(into, (of?.[row] ?? 0) * WIDTH, met)
  }
  const [all, ...groups] = tables.map(({ into }) => countsIn(into))
  return { all: all?.[0] ?? NONE, changes, groups }
}

const fenOf = ({ fen }: Side, code: number, row: number) => (code === MET ? fen(row) : null)

type Met = {
  /** Null where the text's answer is not met; not a number where the cost is not known. */
  readonly nowFen: number | null
  readonly draftFen: number | null
  readonly change: keyof Changes | null
}

function count(into: Float64Array, at: number, { nowFen, draftFen, change }: Met): void {
  if (nowFen !== null) add(into, at + NOW, nowFen)
  if (draftFen !== null) add(into, at + DRAFT, draftFen)
  if (change === 'gains') into[at + GAINS] = (into[at + GAINS] ?? 0) + 1
  if (change === 'falls') into[at + FALLS] = (into[at + FALLS] ?? 0) + 1
}

/** One more, and what it costs where that is known. */
function add(into: Float64Array, at: number, fen: number): void {
  into[at] = (into[at] ?? 0) + 1
  if (!Number.isNaN(fen)) into[at + 1] = (into[at + 1] ?? 0) + fen
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

function countsIn(into: Float64Array): readonly GroupCounts[] {
  const at = (place: number) => into[place] ?? 0
  return Array.from({ length: into.length / WIDTH }, (_, group) => group * WIDTH).map((from) => ({
    now: { firms: at(from + NOW), fen: at(from + NOW_FEN) },
    draft: { firms: at(from + DRAFT), fen: at(from + DRAFT_FEN) },
    gains: at(from + GAINS),
    falls: at(from + FALLS),
  }))
}
