import type { Dialect } from './dialect.ts'
import { type Column, quoted, type Sql } from './piece.ts'

/** Where the statement reads: each a table, a view or a query in brackets, with `":firm"`. */
export type Sources = {
  readonly firms: string
  readonly lists: Readonly<Record<string, string>>
}

const FIRM = '":firm"'

type Plan = {
  readonly dialect: Dialect
  readonly sources: Sources
  readonly columns: ReadonlySet<Column>
  /** The last layer of the firm's sheet that must still have the column. */
  readonly until: ReadonlyMap<Column, number>
  readonly top: number
}

/** The common table expressions that work the pieces out, and the name of the last. */
export function layersOf(outputs: readonly Sql[], dialect: Dialect, sources: Sources) {
  const columns = closure(outputs)
  const top = Math.max(0, ...[...columns].filter(onFirm).map(({ level }) => level))
  const plan = { dialect, sources, columns, top, until: lifetimes(outputs, columns, top) }
  const layers: string[] = []
  for (let level = 0; level <= top; level += 1) {
    layers.push(...gatherings(level - 1, plan), layer(level, plan))
  }
  return { layers, last: layerName(top) }
}

const onFirm = ({ list }: Column): boolean => list === null
const layerName = (level: number): string => quoted(`layer ${level}`)

export function closure(pieces: readonly Sql[]): ReadonlySet<Column> {
  const found = new Set<Column>()
  const walk = ({ reads }: Sql): void => {
    for (const column of reads) {
      if (found.has(column)) continue
      found.add(column)
      if ('by' in column.made) walk(column.made.by)
    }
  }
  pieces.forEach(walk)
  return found
}

/** Who reads a column of the firm reads it from some layer; it is carried up to the last of them. */
function lifetimes(
  outputs: readonly Sql[],
  columns: ReadonlySet<Column>,
  top: number,
): ReadonlyMap<Column, number> {
  const until = new Map<Column, number>()
  const read = (piece: Sql, from: number) => {
    for (const column of piece.reads) {
      if (onFirm(column)) until.set(column, Math.max(until.get(column) ?? 0, from))
    }
  }
  for (const piece of outputs) read(piece, top)
  for (const column of columns) {
    if (!('by' in column.made)) continue
    if (column.made.kind === 'gathered') behindGathering(column, read)
    else if (onFirm(column)) read(column.made.by, column.level - 1)
  }
  return until
}

/** Records read the firm's columns from the layer the gathering stands on. */
function behindGathering(column: Column, read: (piece: Sql, from: number) => void): void {
  if (!('by' in column.made)) return
  const reads = recordsClosure([column.made.by])
  read({ text: '', reads }, column.level - 1)
}

/** The columns of records behind pieces, and the firm's columns they read; not what is behind those. */
function recordsClosure(pieces: readonly Sql[]): ReadonlySet<Column> {
  const found = new Set<Column>()
  const walk = ({ reads }: Sql): void => {
    for (const column of reads) {
      if (found.has(column)) continue
      found.add(column)
      if (!onFirm(column) && 'by' in column.made) walk(column.made.by)
    }
  }
  pieces.forEach(walk)
  return found
}

type Gathering = { readonly list: string; readonly columns: readonly Column[] }

function gatheringsAt(level: number, { columns }: Plan): readonly Gathering[] {
  const gathered = [...columns].filter(
    ({ made, level: own }) => made.kind === 'gathered' && own === level + 1,
  )
  const lists = new Set(gathered.flatMap(({ made }) => (made.kind === 'gathered' ? made.over : [])))
  return [...lists].map((list) => ({
    list,
    columns: gathered.filter(({ made }) => made.kind === 'gathered' && made.over === list),
  }))
}

const gatheringName = (list: string, level: number): string => quoted(`${list} after ${level}`)

function gatherings(level: number, plan: Plan): readonly string[] {
  return gatheringsAt(level, plan).flatMap((one) => gathering(one, level, plan))
}

/** One grouping a list and layer: its records in layers of their own, then one row a firm. */
function gathering({ list, columns }: Gathering, level: number, plan: Plan): readonly string[] {
  const pieces = columns.flatMap(({ made }) => ('by' in made ? [made.by] : []))
  const below = [...recordsClosure(pieces)]
  const own = below.filter((column) => column.list === list)
  const firm = below.filter(onFirm)
  const top = Math.max(0, ...own.map((column) => column.level))
  const name = (at: number) => quoted(`${list} after ${level}, ${at}`)
  const steps = Array.from({ length: top + 1 }, (_, at) =>
    at === 0
      ? recordsBase({ list, own, firm }, level, { ...plan, name: name(0) })
      : recordsStep({ own, firm, at }, name, plan),
  )
  const gathered = columns.map((column) =>
    'by' in column.made ? `${column.made.by.text} as ${quoted(column.name)}` : '',
  )
  const last = `${gatheringName(list, level)} as (select ${[FIRM, ...gathered].join(', ')} from ${name(top)} group by ${FIRM})`
  return [...steps, last]
}

type Base = {
  readonly list: string
  readonly own: readonly Column[]
  readonly firm: readonly Column[]
}

function recordsBase(
  { list, own, firm }: Base,
  level: number,
  plan: Plan & { name: string },
): string {
  const given = own.flatMap(({ made, name }) =>
    made.kind === 'given' ? [`${made.from} as ${quoted(name)}`] : [],
  )
  const carried = firm.map(({ name }) => `l.${quoted(name)} as ${quoted(name)}`)
  const from = `${plan.sources.lists[list] ?? ''} p`
  const beside = firm.length === 0 ? '' : ` join ${layerName(level)} l on l.${FIRM} = p.${FIRM}`
  const select = [`p.${FIRM}`, ...given, ...carried].join(', ')
  return `${plan.name} as (select ${select} from ${from}${beside}${plan.dialect.fence})`
}

type Rung = {
  readonly own: readonly Column[]
  readonly firm: readonly Column[]
  readonly at: number
}

function recordsStep({ own, firm, at }: Rung, name: (at: number) => string, plan: Plan): string {
  const before = [...own.filter(({ level }) => level < at), ...firm]
  const fresh = own.filter(({ level }) => level === at)
  return `${name(at)} as (select ${selected(before, fresh)} from ${name(at - 1)} p${moves(fresh)}${plan.dialect.fence})`
}

function layer(level: number, plan: Plan): string {
  const firm = [...plan.columns].filter(onFirm)
  const kept = firm.filter((one) => one.level < level && (plan.until.get(one) ?? 0) >= level)
  const fresh = firm.filter((one) => one.level === level)
  const beside = gatheringsAt(level - 1, plan).map(
    ({ list }, at) =>
      ` left join ${gatheringName(list, level - 1)} g${at} on g${at}.${FIRM} = p.${FIRM}`,
  )
  const from = level === 0 ? plan.sources.firms : layerName(level - 1)
  return `${layerName(level)} as (select ${selected(kept, fresh)} from ${from} p${beside.join('')}${moves(fresh)}${plan.dialect.fence})`
}

/** What is carried on and what is new, beside the firm itself. */
function selected(kept: readonly Column[], fresh: readonly Column[]): string {
  const carried = kept.map(({ name }) => `p.${quoted(name)}`)
  return [`p.${FIRM}`, ...carried, ...fresh.map(freshColumn)].join(', ')
}

function freshColumn({ made, name }: Column): string {
  const as = quoted(name)
  if (made.kind === 'given') return `${made.from} as ${as}`
  if (made.kind === 'worked') return `${made.by.text} as ${as}`
  return made.kind === 'moved' ? `${quoted(`to ${name}`)}.":target" as ${as}` : as
}

/** The calendar is joined once for each move: the day it starts from, so many working days on. */
function moves(fresh: readonly Column[]): string {
  return fresh
    .flatMap(({ made, name }) => {
      if (made.kind !== 'moved') return []
      const as = quoted(`to ${name}`)
      return [
        ` left join ":moves" ${as} on ${as}.":day" = ${made.by.text} and ${as}.":days" = ${made.days}`,
      ]
    })
    .join('')
}
