import type { Expression, Row } from '../program/expression.ts'
import { FormulaError } from '../syntax/cursor.ts'
import type { Tree } from '../syntax/formula-tree.ts'
import { parseUnary } from '../syntax/parse-formula.ts'
import type { FormulaText, ValueText } from '../syntax/value-shape.ts'
import { here, namesIn, type Place, treeOf } from './formula-here.ts'
import { matched, typeFlag } from './formula-types.ts'
import { checkCover } from './table-cover.ts'
import { mustFit, type Type, type Typed } from './type.ts'

export type TableText = Extract<ValueText['body'], { kind: 'table' }>['is']

/**
 * A table as a node: the tests of each row joined by `and`. Rows are exclusive unless the table says
 * `first` or `sum`; what no row covers must have an `else`.
 */
export function tableOf(text: ValueText, table: TableText, place: Place): Typed | null {
  const inputs = table.of.map((one) => here(one, place, () => treeOf(one, place.scope)))
  const rows = table.rows.map((row) => rowOf(text, { row, inputs }, place))
  const otherwise = table.else ? givenBy(text, table.else, place) : null
  if (rows.some((row) => !row) || inputs.includes(null)) return null
  if (table.else && !otherwise) return null
  const typed = rows.flatMap((row) => (row ? [row] : []))
  const [first] = typed
  if (!first) return nothingIn(text, place)
  const gives = [...typed.map(({ type }) => type), ...(otherwise ? [otherwise.type] : [])]
  if (!agree(text, gives, place)) return null
  checkCover({ text, table, rows: typed.map(({ row }) => row) }, place)
  return {
    expression: {
      kind: 'table',
      hit: table.hit === 'sum' ? 'sum' : 'first',
      rows: typed.map(({ row }) => row),
      otherwise: otherwise?.expression ?? null,
    },
    type: first.type,
  }
}

type RowText = TableText['rows'][number]
type Read = { readonly row: RowText; readonly inputs: readonly (Tree | null)[] }

function rowOf(
  text: ValueText,
  { row, inputs }: Read,
  place: Place,
): { readonly row: Row; readonly type: Type } | null {
  if (row.when.length !== inputs.length) {
    place.complaints.add({
      at: row.at,
      cite: text.cite,
      code: 'table.width',
      zh: `这一行有${row.when.length}格，应有${inputs.length}格`,
      en: `this row has ${row.when.length} tests, the table asks ${inputs.length}`,
    })
    return null
  }
  const tests = row.when.map((test, index) => {
    const input = inputs[index]
    if (!input) return null
    return here(test, place, () =>
      typeFlag(parseUnary(test.formula, input, namesIn(place.scope)), place.scope),
    )
  })
  const gives = givenBy(text, row.gives, place)
  if (!gives || tests.includes(null)) return null
  const limbs = tests.flatMap((test) => (test && !isAny(test) ? [test] : []))
  const when = limbs.length === 1 && limbs[0] ? limbs[0] : ({ kind: 'and', of: limbs } as const)
  const printed = row.when.map(({ formula }) => formula)
  return { row: { when, printed, gives: gives.expression }, type: gives.type }
}

function isAny(test: Expression): boolean {
  return test.kind === 'literal' && test.value.kind === 'flag' && test.value.flag
}

/** What a row gives: a formula, or one of the value's own options. */
function givenBy(text: ValueText, gives: FormulaText, place: Place): Typed | null {
  const own: Type | null = text.options
    ? {
        is: 'choice',
        fact: {
          name: text.value,
          title: text.title,
          options: Object.entries(text.options).map(([value, title]) => ({
            value,
            title: { zh: title.zh, en: title.en },
          })),
        },
      }
    : null
  return here(gives, place, () => {
    const tree = own ? quoted(gives) : treeOf(gives, place.scope)
    return matched(tree, own ?? { is: 'flag' }, place.scope)
  })
}

/** An option may be written with or without quotation marks. */
function quoted({ formula }: FormulaText): Tree {
  return { kind: 'string', text: formula.replace(/^["“]|["”]$/gu, ''), at: 0 }
}

function agree(text: ValueText, types: readonly Type[], place: Place): boolean {
  const [first, ...rest] = types
  const at: FormulaText = { formula: text.value, at: text.at }
  return (
    here(at, place, () => {
      for (const type of rest) if (first) mustFit({ left: first, right: type, at: 0 })
      return true
    }) ?? false
  )
}

function nothingIn(text: ValueText, place: Place): null {
  return here({ formula: text.value, at: text.at }, place, () => {
    throw new FormulaError(0, '表中没有行', 'the table has no rows')
  })
}
