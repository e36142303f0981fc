import { sql } from 'kysely'
import { type PersonId, type ReadTx, reader } from '../kernel/index.ts'
import { type Expert, listExperts } from '../registries/index.ts'
import { conflictsIn } from './conflicts-in-case.ts'
import type { OpenCase } from './open-case.ts'
import { selectExperts } from './review-store.ts'
import type { Tables } from './tables.ts'

/** Experts who may be drawn for a case: of the field, free, not assigned yet, tied to nobody in it. */
export async function listEligible(
  tx: ReadTx,
  open: OpenCase,
  field: string | null,
): Promise<Expert[]> {
  const assigned = (await selectExperts(tx, open)).map((one) => one.person_id)
  const load = await loadOf(tx)
  const known = (await listExperts(tx)).filter(
    (one) =>
      !assigned.includes(one.person) &&
      (field === null || one.fields.includes(field)) &&
      !isLoaded(one, load),
  )
  const free: Expert[] = []
  const conflicts = await conflictsIn(tx, open, known)
  for (const expert of known) if ((await conflicts(expert)).length === 0) free.push(expert)
  return free
}

/** Whether somebody has as many cases open as they take at a time. */
export function isLoaded(expert: Expert, load: ReadonlyMap<PersonId, number>): boolean {
  return expert.mostOpen !== null && (load.get(expert.person) ?? 0) >= expert.mostOpen
}

/** How many cases each expert still owes answers to. */
export async function loadOf(tx: ReadTx): Promise<Map<PersonId, number>> {
  const rows = await reader<Tables>(tx)
    .selectFrom('case_board')
    .select([sql<PersonId>`unnest(waiting_experts)`.as('person')])
    .where('zone_id', '=', tx.zone)
    .where('is_open', '=', true)
    .where('stage', '=', 'recommended')
    .execute()
  const load = new Map<PersonId, number>()
  for (const { person } of rows) load.set(person, (load.get(person) ?? 0) + 1)
  return load
}
