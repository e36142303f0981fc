import type { Outcome } from '@banfa/policy/run'
import { type ReadTx, refusal } from '../kernel/index.ts'
import { type FilingRow, findFiling } from './case-store.ts'
import { answerOf, failures } from './engine.ts'
import type { OpenCase } from './open-case.ts'

export type Filed = { readonly filing: FilingRow; readonly outcome: Outcome }

/** The filing that counts and what the program answers on it with the judgements made so far. */
export async function filedOutcome(tx: ReadTx, open: OpenCase): Promise<Filed> {
  const filing = await findFiling(tx, open.id)
  if (!filing) throw new Error(`case ${open.id} was filed, but its filing is not there`)
  return { filing, outcome: outcomeOf(open, filing) }
}

/** On the day of filing (申报日) and the sealed facts: what became known later changes nothing. */
export function outcomeOf(open: OpenCase, filing: FilingRow): Outcome {
  return answerOf(open.program, open.service, {
    facts: filing.facts,
    papers: filing.papers.map((one) => one.paper),
    judged: open.state.judged,
    scored: open.state.scored,
    on: filing.filed_on,
  })
}

/** Nothing but `met` counts as met: refuses `case.not-met` with the articles that fail. */
export function refuseUnlessMet({ outcome }: Filed): void {
  if (outcome.answer === 'met') return
  refuseNotMet(outcome)
}

export function refuseNotMet(outcome: Outcome): never {
  const against = failures(outcome)
  const open = against.length > 0 ? against : outcome.findings.filter((one) => one.answer !== 'met')
  const reasons = open.map((one) => `${one.title.zh}（${one.cite}）`)
  return refusal('case.not-met', { reasons }, { cite: open[0]?.cite ?? null })
}
