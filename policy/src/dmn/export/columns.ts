import type { Comparison, Expression, TableFormula } from '../../program/expression.ts'
import { type FeelType, kindOf, mayNotApply } from '../feel/kind.ts'
import { literalOf } from '../feel/literal.ts'
import { isNotApplying, quoted } from '../feel/piece.ts'
import type { Scope } from '../feel/scope.ts'
import { writeFeel, writeTruth } from '../feel/write.ts'

/** One test of a row: what is looked at, the unary test, and the same where null passes too. */
export type Cell = {
  readonly subject: string
  readonly type: FeelType
  readonly test: string
  readonly orNull: string
}

/** The cells of a row: its tests taken apart at `and`, two bounds of one subject put together. */
export function cellsOf(when: Expression, scope: Scope): readonly Cell[] {
  const limbs = limbsOf(when)
  const cells: Cell[] = []
  for (const [at, limb] of limbs.entries()) {
    const range = rangeOf(limb, limbs[at + 1])
    if (range) cells.push(...applying(range.low.left, rangeCell(range, scope), scope))
    else if (!rangeOf(limbs[at - 1], limb)) cells.push(...cellsFor(limb, scope))
  }
  return cells
}

function cellsFor(limb: Expression, scope: Scope): readonly Cell[] {
  const cell = cellOf(limb, scope)
  const ordered = limb.kind === 'compare' && !['=', '!='].includes(limb.is)
  return ordered && cell.test !== 'true' ? applying(limb.left, cell, scope) : [cell]
}

/** Before a bound stands whether its subject applies at all: engines differ on a text below a number. */
function applying(of: Expression, cell: Cell, scope: Scope): readonly Cell[] {
  if (!mayNotApply(of, scope.program)) return [cell]
  const subject = `if ${isNotApplying(writeFeel(of, scope)).text} then true else false`
  return [{ subject, type: 'boolean', test: 'false', orNull: 'false' }, cell]
}

function limbsOf(when: Expression): readonly Expression[] {
  if (when.kind === 'and') return when.of.flatMap(limbsOf)
  return isTrue(when) ? [] : [when]
}

function isTrue(one: Expression): boolean {
  return one.kind === 'literal' && one.value.kind === 'flag' && one.value.flag
}

function cellOf(limb: Expression, scope: Scope): Cell {
  const about = (of: Expression) => ({
    subject: writeFeel(of, scope).text,
    type: kindOf(of, scope.program),
  })
  switch (limb.kind) {
    case 'compare':
      if (!columnar(limb, scope)) break
      return { ...about(limb.left), ...compared(limb.is, writeFeel(limb.right, scope).text) }
    case 'within': {
      const list = limb.among.map((one) => literalOf(one).text).join(', ')
      if (list === '') break
      return { ...about(limb.of), test: list, orNull: `null, ${list}` }
    }
    case 'holds': {
      const has = `list contains(?, ${quoted(limb.option).text})`
      return { ...about(limb.of), ...onlyKnown(has) }
    }
    case 'fact':
    case 'value':
      return { ...about(limb), test: 'true', orNull: 'null, true' }
    default:
  }
  const subject = writeTruth(limb, scope).text
  return { subject, type: 'boolean', test: 'true', orNull: 'null, true' }
}

/** A comparison with a literal; what does not apply is unequal to it, which no unary test says. */
function columnar({ is, left, right }: Bound, { program }: Scope): boolean {
  if (right.kind !== 'literal' || right.value.kind === 'choices') return false
  return is !== '!=' || kindOf(left, program) === 'string' || !mayNotApply(left, program)
}

/** `not("a")` would let null pass, so a test for unequal says what it does with null. */
function compared(is: Comparison, literal: string): Pick<Cell, 'test' | 'orNull'> {
  if (is === '!=') return onlyKnown(`? != ${literal}`)
  const test = is === '=' ? literal : `${is} ${literal}`
  return { test, orNull: `null, ${test}` }
}

function onlyKnown(test: string): Pick<Cell, 'test' | 'orNull'> {
  return { test: `? != null and ${test}`, orNull: `? = null or ${test}` }
}

type Bound = Extract<Expression, { kind: 'compare' }>
type Range = { readonly low: Bound; readonly high: Bound }

/** Two neighbours that bound the same subject from both sides. */
function rangeOf(one: Expression | undefined, next: Expression | undefined): Range | null {
  if (one?.kind !== 'compare' || next?.kind !== 'compare') return null
  if (one.right.kind !== 'literal' || next.right.kind !== 'literal') return null
  if (JSON.stringify(one.left) !== JSON.stringify(next.left)) return null
  if (one.is.startsWith('>') && next.is.startsWith('<')) return { low: one, high: next }
  if (one.is.startsWith('<') && next.is.startsWith('>')) return { low: next, high: one }
  return null
}

function rangeCell({ low, high }: Range, scope: Scope): Cell {
  const from = `${low.is === '>=' ? '[' : '('}${writeFeel(low.right, scope).text}`
  const to = `${writeFeel(high.right, scope).text}${high.is === '<=' ? ']' : ')'}`
  const test = `${from}..${to}`
  const type = kindOf(low.left, scope.program)
  return { subject: writeFeel(low.left, scope).text, type, test, orNull: `null, ${test}` }
}

/** The columns of a table and, for each row, the cell in each of them. */
export type Columns = {
  readonly inputs: readonly { readonly text: string; readonly type: FeelType }[]
  readonly rows: readonly (readonly (Cell | null)[])[]
}

/** One column a subject; a subject tested twice in one row has two. */
export function columnsOf(table: TableFormula, scope: Scope): Columns {
  const rows = table.rows.map(({ when }) => counted(cellsOf(when, scope)))
  const keys = [...new Set(rows.flatMap((row) => [...row.keys()]))]
  return {
    inputs: keys.map((key) => {
      const cell = rows.flatMap((row) => row.get(key) ?? [])[0]
      return { text: cell?.subject ?? '', type: cell?.type ?? 'boolean' }
    }),
    rows: rows.map((row) => keys.map((key) => row.get(key) ?? null)),
  }
}

function counted(cells: readonly Cell[]): ReadonlyMap<string, Cell> {
  const by = new Map<string, Cell>()
  for (const cell of cells) {
    if ([...by.values()].some((one) => one.subject === cell.subject && one.test === cell.test)) {
      continue
    }
    const key = (times: number) => `${cell.type} ${cell.subject} ${times}`
    let times = 1
    while (by.has(key(times))) times += 1
    by.set(key(times), cell)
  }
  return by
}
