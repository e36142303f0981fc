import type { Expression, RecordsFormula } from '../program/expression.ts'
import { type Scalar, same } from './scalar.ts'
import type { Row, Sketch } from './sketch.ts'

type Estimate = (sketch: Sketch) => Scalar
type Read = (of: Expression) => Estimate

type OverRecords = Exclude<RecordsFormula, { kind: 'field' }>

/** A formula over records in doubles: strict where the interpreter is. */
export function estimateRecords(of: OverRecords, read: Read): Estimate {
  if (of.kind === 'pick') return picked(of, read)
  const where = of.where ? read(of.where) : null
  const gives = 'of' in of ? read(of.of) : null
  return (sketch) => {
    const rows = sketch.rows.get(of.records)
    if (!rows) return undefined
    const holding = rows.map((row) => holds(where, row, sketch))
    if (of.kind === 'at-least-records') return enough(holding, of.count)
    if (holding.includes(undefined)) return undefined
    const counted = rows.filter((_, at) => holding[at])
    if (of.kind === 'run') return run(of, counted, { rows, sketch })
    if (!gives) return counted.length
    const values = counted.map((row) => within(row, sketch, gives))
    return of.kind === 'most' ? furthest(of.is, values) : total(values)
  }
}

function within(row: Row, sketch: Sketch, read: Estimate): Scalar {
  const before = sketch.record
  sketch.record = row
  const value = read(sketch)
  sketch.record = before
  return value
}

function holds(where: Estimate | null, row: Row, sketch: Sketch): boolean | undefined {
  if (!where) return true
  const truth = within(row, sketch, where)
  return truth === undefined ? undefined : truth === true
}

function enough(holding: readonly (boolean | undefined)[], count: number): Scalar {
  const sure = holding.filter((one) => one === true).length
  if (sure >= count) return true
  const possible = sure + holding.filter((one) => one === undefined).length
  return possible < count ? false : undefined
}

function total(values: readonly Scalar[]): Scalar {
  if (values.includes(undefined)) return undefined
  if (values.some((one) => typeof one !== 'number')) return null
  return values.reduce<number>((sum, one) => sum + Number(one), 0)
}

function furthest(is: 'min' | 'max', values: readonly Scalar[]): Scalar {
  if (values.length === 0 || values.includes(undefined)) return undefined
  if (values.includes(null)) return null
  const better = (a: Scalar, b: Scalar) =>
    is === 'min' ? (a ?? 0) < (b ?? 0) : (a ?? 0) > (b ?? 0)
  return values.reduce((best, one) => (better(one, best) ? one : best))
}

function picked(
  { key, of, records }: Extract<OverRecords, { kind: 'pick' }>,
  read: Read,
): Estimate {
  const [wanting, gives] = [read(key), read(of)]
  return (sketch) => {
    const wanted = wanting(sketch)
    const name = sketch.program.records[records]?.key
    if (wanted === undefined || !name) return undefined
    const row = sketch.rows.get(records)?.find((one) => same(one.get(name), wanted))
    return row && within(row, sketch, gives)
  }
}

type Run = Extract<OverRecords, { kind: 'run' }>
type Among = { readonly rows: readonly Row[]; readonly sketch: Sketch }

function run({ is, records }: Run, holding: readonly Row[], { rows, sketch }: Among): number {
  const name = sketch.program.records[records]?.key ?? ''
  const keyOf = (row: Row) => Number(row.get(name))
  const keys = new Set(holding.map(keyOf))
  const back = (key: number): number => (keys.has(key) ? 1 + back(key - 1) : 0)
  if (is === 'latest') return rows.length === 0 ? 0 : back(Math.max(...rows.map(keyOf)))
  return Math.max(0, ...[...keys].map(back))
}
