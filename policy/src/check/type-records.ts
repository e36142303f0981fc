import type { Expression } from '../program/expression.ts'
import type { Fact } from '../program/fact.ts'
import type { Records } from '../program/records.ts'
import { FormulaError } from '../syntax/cursor.ts'
import type { Tree } from '../syntax/formula-tree.ts'
import { nearest } from '../text/nearest.ts'
import type { Scope, Typer } from './scope.ts'
import { type Chosen, FLAG, PLAIN, type Typed, typeOf } from './type.ts'

type Part<K extends Tree['kind']> = Extract<Tree, { kind: K }>

/** A field by its key or its Chinese title. */
export function fieldNamed(records: Records, name: string): Fact | null {
  const fields = Object.values(records.fields)
  return fields.find((field) => field.name === name || field.title.zh === name) ?? null
}

export function namedRecords(records: Records, tree: Part<'name'>, scope: Scope): Typed {
  if (scope.record)
    throw new FormulaError(
      tree.at,
      '记录的筛选里不能再用别的记录',
      'records cannot be used inside a filter of records',
    )
  return chosen({ records, where: null, key: null })
}

/** Records are no value: what stands for them is never worked out. */
function chosen(of: Chosen): Typed {
  const { records, where } = of
  return {
    expression: { kind: 'count', records: records.name, where },
    type: { is: 'records', ...of },
  }
}

/** Where one value is wanted: a column gives one only when a key chose its record. */
export function oneValue(typed: Typed, at: number): Typed {
  const { type } = typed
  if (type.is === 'records')
    throw new FormulaError(
      at,
      `“${type.records.title.zh}”是多条记录，请用 count(…)、sum(…) 或取某一项`,
      `“${type.records.title.en}” are records; use count(…), sum(…) or take a field`,
    )
  if (type.is !== 'column') return typed
  if (!type.key)
    throw new FormulaError(
      at,
      '这里有多条记录的值，请合计（sum、max、count…）或指明是哪一条',
      'these are values of several records; add them up (sum, max, count…) or say of which',
    )
  const { records, key, of } = type
  return { expression: { kind: 'pick', records: records.name, key, of }, type: type.item }
}

/** `记录[条件]`: inside, the fields of the record go by their own names. */
export function typeFilter(tree: Part<'filter'>, by: Typer): Typed {
  const { type } = by.any(tree.of)
  if (type.is !== 'records')
    throw new FormulaError(tree.at, '只有记录可以筛选', 'only records can be filtered')
  const inside: Scope = { ...by.scope, record: { of: type.records, alias: null } }
  const where = by.inside(inside).flag(tree.where)
  return chosen({
    records: type.records,
    where: type.where ? { kind: 'and', of: [type.where, where] } : where,
    key: type.where ? null : keyAsked(type.records, where),
  })
}

/** The key a filter asks for: `年度 = 2023`, the other side being the same for every record. */
function keyAsked(records: Records, where: Expression): Expression | null {
  if (where.kind !== 'compare' || where.is !== '=' || records.key === null) return null
  const { left, right } = where
  const isKey = (one: Expression) => one.kind === 'field' && one.name === records.key
  const other = isKey(left) ? right : isKey(right) ? left : null
  return other && !JSON.stringify(other).includes('"kind":"field"') ? other : null
}

const PARTS: Readonly<Record<string, 'year' | 'month' | 'day'>> = {
  year: 'year',
  month: 'month',
  day: 'day',
  年: 'year',
  月: 'month',
  日: 'day',
}

/** `记录.字段`, `变量.字段`, `日期.year`. */
export function typePath(tree: Part<'path'>, by: Typer): Typed {
  const own = fieldOfVariable(tree, by.scope)
  if (own) return own
  const { expression, type } = by.any(tree.of)
  if (type.is === 'records') return column(type, tree)
  const part = type.is === 'day' ? PARTS[tree.name] : undefined
  if (!part)
    throw new FormulaError(tree.at, `这里没有“${tree.name}”`, `there is no “${tree.name}” here`)
  return { expression: { kind: 'part', is: part, of: expression }, type: PLAIN }
}

function fieldOfVariable(tree: Part<'path'>, scope: Scope): Typed | null {
  const { of } = tree
  if (of.kind !== 'name' || scope.record?.alias !== of.text) return null
  const field = fieldNamed(scope.record.of, tree.name)
  if (!field) throw noField(scope.record.of, tree)
  return { expression: { kind: 'field', name: field.name }, type: typeOf(field) }
}

function column(type: Chosen, tree: Part<'path'>): Typed {
  const field = fieldNamed(type.records, tree.name)
  if (!field) throw noField(type.records, tree)
  const of: Expression = { kind: 'field', name: field.name }
  const { records, where, key } = type
  return { expression: of, type: { is: 'column', records, where, key, of, item: typeOf(field) } }
}

function noField(records: Records, tree: Part<'path'>): FormulaError {
  const titles = Object.values(records.fields).map(({ title }) => title.zh)
  const guess = nearest(tree.name, titles)
  return new FormulaError(
    tree.at,
    `“${records.title.zh}”没有“${tree.name}”${guess ? `，是否为“${guess}”？` : `（有：${titles.join('、')}）`}`,
    `“${records.title.en}” have no “${tree.name}”${guess ? `; did you mean “${guess}”?` : ''}`,
  )
}

/** `some` is one record at least that holds, `every` none that does not. */
export function typeQuantified(tree: Part<'quantified'>, by: Typer): Typed {
  const { type } = by.any(tree.of)
  if (type.is !== 'records')
    throw new FormulaError(tree.of.at, '这里应为记录', 'these must be records')
  const inside: Scope = { ...by.scope, record: { of: type.records, alias: tree.variable } }
  const holds = by.inside(inside).flag(tree.holds)
  const wanted: Expression = tree.is === 'some' ? holds : { kind: 'not', of: holds }
  const where: Expression = type.where ? { kind: 'and', of: [type.where, wanted] } : wanted
  const some: Expression = { kind: 'at-least-records', records: type.records.name, where, count: 1 }
  return { expression: tree.is === 'some' ? some : { kind: 'not', of: some }, type: FLAG }
}

/** The records a function counts or goes through. */
export function recordsIn(tree: Tree, by: Typer): Chosen {
  const { type } = by.any(tree)
  if (type.is === 'records') return type
  throw new FormulaError(tree.at, '这里应为记录', 'these must be records')
}

/** The column a function adds up or searches; null when the tree is one value. */
export function columnIn(tree: Tree, by: Typer) {
  const { type } = by.any(tree)
  return type.is === 'column' ? type : null
}
