import type { Scope } from '../../check/scope.ts'
import { optionOf } from '../../values/supplied.ts'
import { parseFeel } from '../feel/parse.ts'
import type { Feel } from '../feel/tree.ts'
import { type Column, columnsFrom } from './columns.ts'
import type { ColumnHead, DmnTable, Rule } from './dmn-table.ts'
import { type FileNames, slug } from './file-names.ts'
import { asksApplying, withoutGuards } from './guards.ts'
import { type Reading, readingOf } from './hit-policy.ts'
import { type Into, typeOfText, unitWritten } from './into.ts'
import { at, NotTaken, type Spot } from './place.ts'
import { translate } from './translate.ts'

/** A table of the file as the body of a value, as `values/*.yaml` wants it. */
export type Draft = {
  readonly value: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly cite: string
  readonly options: Readonly<Record<string, { zh: string; en: string }>> | null
  readonly unit: string | null
  readonly of: readonly string[]
  readonly hit: 'first' | 'sum' | null
  readonly rows: readonly { readonly when: readonly string[]; readonly gives: string }[]
  readonly otherwise: string | null
  readonly proves: Reading['proves']
  readonly lines: readonly number[]
}

type About = {
  readonly key: string
  readonly names: FileNames
  readonly scope: Scope
}

/** Drafts of a table, one an output. @throws NotTaken */
export function draftsOf(table: DmnTable, { key, names, scope }: About): readonly Draft[] {
  const spot: Spot = { line: table.line, at: table.name }
  const into: Into = { scope, named: names.named, input: null, unit: '' }
  const rules = at(spot, () => withoutGuards(table, names.all))
  const reading = at(spot, () => readingOf(table, rules))
  const columns = table.inputs.flatMap((clause, column) => {
    const cells = reading.rules.map((rule) => rule.tests[column] ?? '-')
    const asked = at(spot, () => parseFeel(clause.text, names.all))
    if (names.guards.has(clause.text) || asksApplying(asked)) return guarded(cells, spot)
    const found = columnsFrom({ clause, cells, rules: reading.rules }, names.all, into)
    for (const one of found.slice(0, 1)) checkType(clause, one, scope)
    return found
  })
  if (columns.length === 0) throw new NotTaken(spot, '没有一列在判断', 'no column tests anything')
  return table.outputs.map((output, index) => {
    const suffix = table.outputs.length > 1 ? `-${slug(output.name ?? '') || index + 1}` : ''
    const named = table.outputs.length > 1 ? ` ${output.name ?? index + 1}` : ''
    const giving = givesOf({ table, output, index, rules: reading.rules }, names.all, into)
    return {
      value: `${key}${suffix}`,
      title: titled(table, named),
      cite: table.own?.cite ?? '第?条',
      ...giving,
      of: columns.map((column) => column.of),
      hit: reading.hit,
      rows: reading.rules.map((_, row) => ({
        when: columns.map((column) => column.tests[row] ?? '-'),
        gives: giving.gives[row] ?? '',
      })),
      proves: reading.proves,
      lines: reading.rules.map(({ line }) => line),
    }
  })
}

function titled({ own, name }: DmnTable, suffix: string): Draft['title'] {
  return { zh: `${own?.zh || name}${suffix}`, en: `${own?.en || name}${suffix}` }
}

/** The column of ours that asks whether a row is open: every row asks it alike, none needs it here. */
function guarded(cells: readonly string[], spot: Spot): readonly Column[] {
  if (cells.every((cell) => cell === 'false' || cell === '-')) return []
  throw new NotTaken(spot, '待定一列应全为 false', 'each row must ask the guard for false')
}

type Outputs = {
  readonly table: DmnTable
  readonly output: ColumnHead
  readonly index: number
  readonly rules: readonly Rule[]
}
type Giving = Pick<Draft, 'options' | 'unit' | 'otherwise'> & { readonly gives: readonly string[] }

/** What the rows give: formulas in the unit of the file, or options of a choice. */
function givesOf(
  { table, output, index, rules }: Outputs,
  names: readonly string[],
  into: Into,
): Giving {
  const entries = rules.map((rule) => ({ text: rule.gives[index] ?? '', line: rule.line }))
  const all = [
    ...entries,
    ...(output.otherwise === null ? [] : [{ text: output.otherwise, line: output.line }]),
  ].map(({ text, line }) => {
    const spot = { line, at: `${table.name} → ${output.name ?? text}` }
    return { spot, feel: at(spot, () => parseFeel(text, names)) }
  })
  const texts = all.flatMap(({ feel }) => (feel.kind === 'string' ? [feel.text] : []))
  const ours = table.own?.unit ?? null
  const written =
    texts.length === all.length
      ? all.map(({ feel }) => optionKey(feel, texts))
      : all.map(({ spot, feel }) =>
          at(spot, () => translate(feel, { ...into, unit: unitWritten(ours) })),
        )
  return {
    options: texts.length === all.length ? optionsOf(texts, table, into.scope) : null,
    unit: ours === '1' ? null : ours,
    gives: written.slice(0, entries.length),
    otherwise: written[entries.length] ?? null,
  }
}

function optionKey(feel: Feel, texts: readonly string[]): string {
  const text = feel.kind === 'string' ? feel.text : ''
  const known = [...new Set(texts)]
  return slug(text) || `option-${known.indexOf(text) + 1}`
}

/** The options a value of the pack already has, else one for each text the table gives. */
function optionsOf(texts: readonly string[], { own }: DmnTable, scope: Scope): Draft['options'] {
  const had = own ? (scope.valueNamed(own.key, 0)?.options ?? []) : []
  if (texts.every((text) => had.some(({ value }) => value === text))) {
    return Object.fromEntries(had.map(({ value, title }) => [value, { ...title }]))
  }
  return Object.fromEntries(
    [...new Set(texts)].map((text) => [
      optionKey({ kind: 'string', text }, texts),
      { zh: text, en: text },
    ]),
  )
}

const WANTED: Readonly<Record<string, readonly string[]>> = {
  number: ['quantity'],
  boolean: ['flag'],
  date: ['day'],
  string: ['choice', 'choices', 'text'],
}

/** The file's type and allowed values against what the fact may be. */
function checkType(clause: ColumnHead, column: Column, scope: Scope): void {
  const spot = { line: clause.line, at: clause.text }
  const type = typeOfText(column.of, scope)
  const wanted = WANTED[clause.type ?? '']
  if (type && wanted && column.of !== 'true' && !wanted.includes(type.is)) {
    throw new NotTaken(
      spot,
      `文件中类型为 ${clause.type}，而“${column.of}”不是`,
      `the file has the type ${clause.type}, which “${column.of}” is not`,
    )
  }
  if (clause.allowed === null || (type?.is !== 'choice' && type?.is !== 'choices')) return
  const listed = at(spot, () => parseFeel(`[${clause.allowed}]`))
  for (const one of listed.kind === 'list' ? listed.of : []) {
    if (one.kind !== 'string' || optionOf(type.fact, one.text) !== null) continue
    throw new NotTaken(
      spot,
      `允许值 "${one.text}" 不是“${type.fact.title.zh}”的选项`,
      `the allowed value "${one.text}" is no option of “${type.fact.title.en}”`,
    )
  }
}
