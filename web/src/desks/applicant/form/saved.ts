import { type Program, printValue, readSupplied, type Words } from '@banfa/policy/run'
import type { CaseView, FactView, Outcome } from '../../../api/generated/types.gen.ts'
import type { Given } from '../../../parts/form/answer.ts'
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
  return { ...fact, value: value as FactView['value'], printed: printed(program, fact.name, value) }
}

function printed(program: Program, name: string, value: Given): Words {
  const fact = program.facts[name]
  const read = fact && value !== null ? readSupplied(fact, value) : null
  if (!fact || !read || !('value' in read)) return { zh: '', en: '' }
  return { zh: printValue(fact, read.value, 'zh'), en: printValue(fact, read.value, 'en') }
}
