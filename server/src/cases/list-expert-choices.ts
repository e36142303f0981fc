import { permit } from '../identity/index.ts'
import type { ReadTx } from '../kernel/index.ts'
import { type Expert, listExperts } from '../registries/index.ts'
import { conflictsIn } from './conflicts-in-case.ts'
import { loadOf } from './eligible-experts.ts'
import type { CaseId } from './ids.ts'
import { readCase } from './open-case.ts'
import { selectExperts } from './review-store.ts'
import { officeOf, takeUpAct } from './standing.ts'
import type { ExpertChoice } from './views.ts'

/** The pool of experts for one case, with the reason why somebody must not review it. */
export async function listExpertChoices(tx: ReadTx, id: CaseId): Promise<ExpertChoice[]> {
  const open = await readCase(tx, id)
  const standing = await takeUpAct(tx, open.asked, 'assign')
  permit(tx.actor, 'expert.list', officeOf(standing))
  const assigned = (await selectExperts(tx, open)).map((one) => one.person_id)
  const load = await loadOf(tx)
  const choices: ExpertChoice[] = []
  const pool = await listExperts(tx)
  const conflicts = await conflictsIn(tx, open, pool)
  for (const expert of pool) {
    const [conflict] = await conflicts(expert)
    choices.push(
      choiceOf(expert, {
        conflict: conflict?.says ?? null,
        assigned: assigned.includes(expert.person),
        open: load.get(expert.person) ?? 0,
      }),
    )
  }
  return choices
}

function choiceOf(
  { person, name, title, employerName, fields, mostOpen }: Expert,
  about: Pick<ExpertChoice, 'conflict' | 'assigned' | 'open'>,
): ExpertChoice {
  return { person, name, title, employer: employerName, fields, mostOpen, ...about }
}
