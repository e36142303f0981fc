import { permit } from '../identity/index.ts'
import type { ReadTx } from '../kernel/index.ts'
import { conflictsOf, type Expert, listExperts } from '../registries/index.ts'
import { loadOf } from './eligible-experts.ts'
import type { CaseId } from './ids.ts'
import { type OpenCase, readCase } from './open-case.ts'
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
  for (const expert of await listExperts(tx)) {
    const conflict = await firstConflict(tx, open, expert)
    choices.push(
      choiceOf(expert, {
        conflict,
        assigned: assigned.includes(expert.person),
        open: load.get(expert.person) ?? 0,
      }),
    )
  }
  return choices
}

async function firstConflict(tx: ReadTx, open: OpenCase, expert: Expert) {
  const [conflict] = await conflictsOf(tx, {
    expert: expert.person,
    party: open.board.party_id,
    partner: open.data.partner_id,
  })
  return conflict?.says ?? null
}

function choiceOf(
  { person, name, title, employerName, fields, mostOpen }: Expert,
  about: Pick<ExpertChoice, 'conflict' | 'assigned' | 'open'>,
): ExpertChoice {
  return { person, name, title, employer: employerName, fields, mostOpen, ...about }
}
