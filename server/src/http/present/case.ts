import type { CaseId } from '../../cases/index.ts'
import { views } from '../../cases/index.ts'
import type { ReadTx } from '../../kernel/index.ts'
import { getProgram } from '../../rulebook/index.ts'
import { factValue, printedOf, tableOf } from './fact.ts'
import { presentOutcome } from './outcome.ts'

/** The page of a case as the contract has it: values printed, findings said. */
export async function presentCase(tx: ReadTx, id: CaseId) {
  const view = await views.case(tx, id)
  const program = await getProgram(tx, view.pack, view.version)
  return {
    ...view,
    outcome: presentOutcome(program, view.outcome),
    facts: view.facts.map((fact) => {
      const asked = program.facts[fact.name] ?? program.records[fact.name]
      return {
        ...fact,
        value: factValue(fact.value),
        printed: printedOf(asked, fact.value),
        table: tableOf(asked, fact.value),
      }
    }),
  }
}
