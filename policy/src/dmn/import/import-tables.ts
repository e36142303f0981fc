import { Document, stringify, visit } from 'yaml'
import { type Known, knownOf } from '../../check/known.ts'
import type { PackSource } from '../../syntax/read-pack.ts'
import { type ValueText, valuesShape } from '../../syntax/value-shape.ts'
import { type Complaint, Complaints } from '../../text/complaint.ts'
import { childOf, childrenOf, type Element, readTree } from '../../text/xml-tree.ts'
import { readYaml } from '../../text/yaml-text.ts'
import { ownOf, tablesIn } from './dmn-table.ts'
import { fileNames, keyFor } from './file-names.ts'
import { NotTaken, type Refused } from './place.ts'
import { unproved, unreached } from './prove.ts'
import { type Draft, draftsOf } from './value-draft.ts'

export type Imported = {
  /** The text of a file of `values/`; empty when nothing was taken. */
  readonly yaml: string
  readonly taken: readonly { readonly table: string; readonly value: string }[]
  readonly refused: readonly Refused[]
  /** Worth a look, though it is the same: gaps, rows never reached, decisions that are no tables. */
  readonly notes: readonly { readonly zh: string; readonly en: string }[]
}

/**
 * The decision tables of a DMN file as values of a pack: each is taken whole when it says the same
 * once its facts are known, or refused with what, why and where.
 * @throws UnreadableXml
 */
export function importTables(xml: string, source: PackSource): Imported {
  const root = readTree(xml)
  const tables = tablesIn(root)
  const keys = new Map<string, string>()
  for (const table of tables) keys.set(table.name, keyFor(table, new Set(keys.values())))
  const known = knownOf(source, new Complaints())
  const names = fileNames(root, known.scope, keys)
  const refused: Refused[] = []
  const drafts: { readonly draft: Draft; readonly table: string }[] = []
  for (const table of tables) {
    try {
      const about = { key: keys.get(table.name) ?? '', names, scope: known.scope }
      const made = draftsOf(table, about)
      drafts.push(...made.map((draft) => ({ draft, table: table.name })))
    } catch (problem) {
      if (!(problem instanceof NotTaken)) throw problem
      const { line, at, zh, en } = problem
      refused.push({ table: table.name, line, at, zh, en })
    }
  }
  return settled({ drafts, refused, source, notes: notesOn(root) })
}

type Drafted = { readonly draft: Draft; readonly table: string }
type Settling = {
  readonly drafts: readonly Drafted[]
  readonly refused: readonly Refused[]
  readonly source: PackSource
  readonly notes: Imported['notes']
}

const FILE = 'values/imported.yaml'
/** Complaints that a pack's author must look at, though the table says the same. */
const SAME_ANYWAY = ['table.gap', 'table.never']

/** What was drafted is checked as the pack's own text would be; what fails goes, until all holds. */
function settled({ drafts, refused, source, notes }: Settling): Imported {
  const yaml = drafts.length === 0 ? '' : yamlOf(drafts.map(({ draft }) => draft))
  const complaints = new Complaints()
  const texts = yaml === '' ? [] : textsOf(yaml, complaints)
  const mine = new Set(texts.map(({ value }) => value))
  const values = [...source.values.filter(({ value }) => !mine.has(value)), ...texts]
  const known = knownOf({ ...source, values }, complaints)
  const checked: Checked = { known, texts, complaints: complaints.list }
  const faults = drafts.flatMap((one) => faultOf(one, checked) ?? [])
  if (faults.length > 0) {
    const gone = new Set(faults.map(({ at }) => at))
    const left = drafts.filter(({ draft }) => !gone.has(draft.value))
    return settled({ drafts: left, refused: [...refused, ...faults], source, notes })
  }
  const short = drafts.map((one) => ({ ...one, draft: withoutIdle(one.draft, checked) }))
  if (short.some(({ draft }, at) => draft !== drafts[at]?.draft)) {
    return settled({ drafts: short, refused, source, notes: [...notes, IDLE] })
  }
  const said = complaints.list.filter(({ file }) => file === FILE).map(({ says }) => says)
  const taken = drafts.map(({ draft, table }) => ({ table, value: draft.value }))
  return { yaml, taken, refused, notes: [...notes, ...said] }
}

type Checked = {
  readonly known: Known
  readonly texts: readonly ValueText[]
  readonly complaints: readonly Complaint[]
}

/** What keeps a draft from being taken; null when nothing does. */
function faultOf({ draft, table }: Drafted, { known, texts, complaints }: Checked): Refused | null {
  const text = texts.find(({ value }) => value === draft.value)
  const line = draft.lines[0] ?? 0
  const wrong = complaints.find(
    ({ file, line: on, code }) =>
      file === FILE && text && inside(on, text, texts) && !SAME_ANYWAY.includes(code),
  )
  if (wrong) return { table, line, at: draft.value, ...wrong.says }
  const of = known.values.get(draft.value)?.of
  const open = of?.kind === 'table' ? unproved(draft, of, known.scope) : null
  if (!open) return null
  return { table, line: draft.lines[open.row] ?? line, at: draft.value, zh: open.zh, en: open.en }
}

const IDLE = {
  zh: '永远轮不到的行已略去',
  en: 'rows that are never reached are left out',
} as const

function withoutIdle(draft: Draft, { known }: Checked): Draft {
  const of = known.values.get(draft.value)?.of
  const idle = of?.kind === 'table' ? unreached(draft, of, known.scope) : []
  if (idle.length === 0) return draft
  const kept = <T>(list: readonly T[]) => list.filter((_, at) => !idle.includes(at))
  return { ...draft, rows: kept(draft.rows), lines: kept(draft.lines) }
}

/** Complaints bear lines; a value ends where the next begins. */
function inside(line: number, text: ValueText, all: readonly ValueText[]): boolean {
  const next = all.map(({ at }) => at.line).find((start) => start > text.at.line)
  return line >= text.at.line && (next === undefined || line < next)
}

function textsOf(yaml: string, complaints: Complaints): readonly ValueText[] {
  const text = readYaml(FILE, yaml, complaints)
  return (text && valuesShape.read(text, complaints))?.values ?? []
}

function yamlOf(drafts: readonly Draft[]): string {
  const document = new Document({
    values: drafts.map((draft) => {
      const { value, title, cite, options, unit, of, hit, rows, otherwise } = draft
      const table = {
        of: of.length === 1 ? of[0] : of,
        ...(hit && { hit }),
        rows: rows.map(({ when, gives }) => ({
          when: when.length === 1 ? when[0] : when,
          gives: plain(gives),
        })),
        ...(otherwise !== null && { else: plain(otherwise) }),
      }
      return { value, title, cite, ...(unit && { unit }), ...(options && { options }), table }
    }),
  })
  visit(document, {
    Map: (_, node) => {
      if (node.has('when') || node.has('zh')) node.flow = true
    },
  })
  return stringify(document, { lineWidth: 0, flowCollectionPadding: true })
}

/** A plain number stands without quotation marks. */
function plain(gives: string): string | number {
  return /^\d{1,15}$/.test(gives) ? Number(gives) : gives
}

/** Decisions that are no tables stay behind; what a service of ours adds needs no word. */
function notesOn(root: Element): Imported['notes'] {
  const others = childrenOf(root, 'decision').filter(
    (decision) =>
      !childOf(decision, 'decisionTable') &&
      !['guard', 'condition', 'service'].includes(ownOf(decision)?.kind ?? ''),
  )
  if (others.length === 0) return []
  const list = others.map(({ attributes }) => attributes.name ?? '').join('、')
  return [
    {
      zh: `不是决策表的决策没有导入：${list}`,
      en: `decisions that are no tables are not taken in: ${list}`,
    },
  ]
}
