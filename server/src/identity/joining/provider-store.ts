import {
  type Instant,
  type PersonId,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
} from '../../kernel/index.ts'
import type { Tables } from '../tables.ts'

/** A subject as its provider has verified it: the pair is unique, the subject alone is not. */
export type Subject = { readonly issuer: string; readonly subject: string }

export async function listProviders(
  tx: ReadTx,
  person: PersonId,
): Promise<{ issuer: string; boundAt: Instant }[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('provider_subjects')
    .select(['issuer', 'bound_at'])
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .orderBy('issuer')
    .execute()
  return rows.map(({ issuer, bound_at }) => ({ issuer, boundAt: bound_at }))
}

export async function findBound(tx: ReadTx, of: Subject): Promise<PersonId | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('provider_subjects')
    .select('person_id')
    .where('zone_id', '=', tx.zone)
    .where('issuer', '=', of.issuer)
    .where('subject', '=', of.subject)
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** Whether it is bound to the person now: false when it is somebody else's. */
export async function bindSubject(tx: WriteTx, person: PersonId, of: Subject): Promise<boolean> {
  await writer<Tables>(tx)
    .insertInto('provider_subjects')
    .values({ zone_id: tx.zone, ...of, person_id: person, bound_at: tx.now })
    .onConflict((conflict) => conflict.columns(['zone_id', 'issuer', 'subject']).doNothing())
    .execute()
  return (await findBound(tx, of)) === person
}

export async function unbindSubjects(
  tx: WriteTx,
  { person, issuer }: { readonly person: PersonId; readonly issuer: string },
): Promise<void> {
  await writer<Tables>(tx)
    .deleteFrom('provider_subjects')
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .where('issuer', '=', issuer)
    .execute()
}
