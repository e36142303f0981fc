import type { Expression, RecordsFormula } from '../program/expression.ts'
import { whole } from '../values/rational.ts'
import type { Truth } from '../values/truth.ts'
import type { Value } from '../values/value.ts'
import { calculate, extremeOf, numberResult } from './calculate.ts'
import { same } from './compare.ts'
import {
  type Frame,
  flag,
  lackAmong,
  onValue,
  type RecordAtHand,
  type Result,
  resultOf,
  truth,
  UNKNOWN,
  unreachable,
} from './frame.ts'

type Work = (expression: Expression, frame: Frame) => Result

/** Nodes about records: the order of the records never matters. */
export function workRecords(node: RecordsFormula, frame: Frame, work: Work): Result {
  if (node.kind === 'field') return resultOf(frame.record?.get(node.name))
  const given = frame.given.records.get(node.records)
  if (!given || given.state === 'unknown') return UNKNOWN
  if (given.state === 'unavailable') return { lacks: 'unavailable' }
  const inside = (of: Expression) => (record: RecordAtHand) => work(of, { ...frame, record })
  const at: At = { rows: given.rows, inside, keyOf: keyReader(frame, node.records) }
  switch (node.kind) {
    case 'pick':
      return onValue(work(node.key, frame), (key) => pick(node.of, key, at))
    case 'sum':
      return counted(node, at, (values) => total(values))
    case 'most':
      return counted(node, at, (values) => extremeOf(node.is, values))
    case 'count':
      return decided(node.where, at, (rows) => numberResult(rows.length))
    case 'at-least-records':
      return flag(atLeastRecords(truthsOf(node.where, at), node.count))
    case 'run':
      return decided(node.where, at, (rows) => numberResult(run(node.is, rows, at)))
    default:
      return unreachable(node)
  }
}

type At = {
  readonly rows: readonly RecordAtHand[]
  readonly inside: (of: Expression) => (record: RecordAtHand) => Result
  readonly keyOf: (record: RecordAtHand) => bigint
}

/** Keys are whole numbers and always there: reading the facts saw to it. */
function keyReader(frame: Frame, records: string): (record: RecordAtHand) => bigint {
  const key = frame.program.records[records]?.key ?? ''
  return (record) => {
    const known = record.get(key)
    return known?.state === 'known' && known.value.kind === 'quantity'
      ? BigInt(known.value.amount.over)
      : 0n
  }
}

function truthsOf(where: Expression | null, at: At): readonly Truth[] {
  if (!where) return at.rows.map(() => 'yes')
  return at.rows.map((row) => truth(at.inside(where)(row)))
}

function atLeastRecords(truths: readonly Truth[], count: number): Truth {
  const sure = truths.filter((one) => one === 'yes').length
  const failed = truths.filter((one) => one === 'no').length
  if (sure >= count) return 'yes'
  if (truths.length - failed < count) return 'no'
  return truths.includes('unknown') ? 'unknown' : 'unavailable'
}

/** The rows that hold, once every row is decided. */
function decided(
  where: Expression | null,
  at: At,
  then: (rows: readonly RecordAtHand[]) => Result,
): Result {
  const truths = truthsOf(where, at)
  if (truths.includes('unknown')) return UNKNOWN
  if (truths.includes('unavailable')) return { lacks: 'unavailable' }
  return then(at.rows.filter((_, index) => truths[index] === 'yes'))
}

type Counted = { readonly where: Expression | null; readonly of: Expression }

/** What the rows give that hold, once every one of them gives something. */
function counted(node: Counted, at: At, then: (values: readonly Value[]) => Result): Result {
  const truths = truthsOf(node.where, at)
  const results = at.rows.map((row, index): Result => {
    const holds = truths[index] ?? 'no'
    if (holds === 'yes') return at.inside(node.of)(row)
    return holds === 'no' ? { value: { kind: 'flag', flag: false } } : { lacks: holds }
  })
  const lack = lackAmong(results)
  if (lack) return lack
  return then(
    results.flatMap((one, index) => ('value' in one && truths[index] === 'yes' ? [one.value] : [])),
  )
}

const ZERO: Value = { kind: 'quantity', amount: whole(0), dimension: 'number' }

function total(values: readonly Value[]): Result {
  const [first, ...rest] = values
  if (first === undefined) return { value: ZERO }
  return rest.reduce<Result>(
    (sum, one) => onValue(sum, (so) => calculate('+', so, one)),
    first.kind === 'quantity' ? { value: first } : { value: { kind: 'does-not-apply' } },
  )
}

function pick(of: Expression, key: Value, at: At): Result {
  const wanted = at.rows.find((row) =>
    same(key, {
      kind: 'quantity',
      amount: whole(at.keyOf(row)),
      dimension: 'number',
    }),
  )
  return wanted ? at.inside(of)(wanted) : UNKNOWN
}

/** Keys in a row, each one more than the last. */
function run(is: 'longest' | 'latest', holding: readonly RecordAtHand[], at: At): bigint {
  const keys = new Set(holding.map(at.keyOf))
  const back = (key: bigint): bigint => (keys.has(key) ? 1n + back(key - 1n) : 0n)
  const last = greatest(at.rows.map(at.keyOf))
  if (is === 'latest') return last === null ? 0n : back(last)
  return greatest([...keys].map(back)) ?? 0n
}

function greatest(keys: readonly bigint[]): bigint | null {
  return [...keys].sort((a, b) => (a < b ? -1 : 1)).at(-1) ?? null
}
