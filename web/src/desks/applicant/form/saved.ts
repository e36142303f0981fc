import {
  type Fact,
  fieldsInOrder,
  type Program,
  printValue,
  type Records,
  readSupplied,
  type Words,
} from '@banfa/policy/run'
import type { CaseView, FactTable, FactView, Outcome } from '../../../api/generated/types.gen.ts'
import { type Given, isList, type RecordGiven } from '../../../parts/form/answer.ts'
import type { Answers, Partner } from './draft.ts'

/** What one save confirmed. */
export type Saved = {
  readonly answers: Answers
  readonly partner: Partner | null
  readonly revision: number
  readonly at: string
  readonly outcome: Outcome
}

/** The case as it stands after a save, so that coming back to the form starts from there. */
export function withSaved(view: CaseView, program: Program, saved: Saved): CaseView {
  return {
    ...view,
    outcome: saved.outcome,
    revision: saved.revision,
    savedAt: saved.at,
    partner: saved.partner ?? view.partner,
    facts: view.facts.map((fact) =>
      fact.name in saved.answers ? factAs(program, fact, saved.answers[fact.name] ?? null) : fact,
    ),
  }
}

function factAs(program: Program, fact: FactView, value: Given): FactView {
  const records = program.records[fact.name]
  const known = { ...fact, value: value as FactView['value'] }
  if (!records) return { ...known, printed: printed(program.facts[fact.name], value) }
  const list = isList(value) ? value : null
  const count = { zh: `共${list?.length ?? 0}条`, en: `${list?.length ?? 0} records` }
  return { ...known, printed: list ? count : NOTHING, table: list && laidOut(records, list) }
}

const NOTHING: Words = { zh: '', en: '' }

function printed(fact: Fact | undefined, value: Given): Words {
  const read = fact && value !== null ? readSupplied(fact, value) : null
  if (!fact || !read || !('value' in read)) return NOTHING
  return { zh: printValue(fact, read.value, 'zh'), en: printValue(fact, read.value, 'en') }
}

function laidOut(records: Records, list: readonly RecordGiven[]): FactTable {
  const fields = fieldsInOrder(records)
  return {
    columns: fields.map(({ name, title, unit }) => ({ name, title, unit })),
    rows: list.map((row) => fields.map((field) => printed(field, row[field.name] ?? null))),
  }
}
