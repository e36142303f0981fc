import {
  type Mandate,
  type Part,
  type PartyId,
  type PersonActor,
  type PersonId,
  type Post,
  type ReadTx,
  reader,
} from '../kernel/index.ts'
import { mandatesOf } from './offices/mandate-store.ts'
import { findPosts } from './offices/post-store.ts'
import { substitutedPosts } from './offices/substitution-store.ts'
import type { Tables } from './tables.ts'

/**
 * A person as an actor today: only the posts, substitutions and memberships whose dates hold today.
 * Own posts come before those of somebody away, so that nobody acts in another's place without need.
 * Null when there is no such person or they are closed.
 */
export async function actorOfPerson(tx: ReadTx, person: PersonId): Promise<PersonActor | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('people')
    .select(['name', 'is_expert'])
    .where('zone_id', '=', tx.zone)
    .where('id', '=', person)
    .where((one) => one.or([one('closed_on', 'is', null), one('closed_on', '>', tx.today)]))
    .executeTakeFirst()
  if (!row) return null
  const own = await findPosts(tx, person)
  const posts = own.length === 0 ? own : [...own, ...(await substitutedPosts(tx, person, own))]
  return {
    kind: 'person',
    person,
    name: row.name,
    ...(await partiesOf(tx, person)),
    posts,
    isExpert: row.is_expert,
    ...(await withMandates(tx, posts)),
  }
}

/** The city delegates; only other offices can have something delegated to them. */
async function withMandates(
  tx: ReadTx,
  posts: readonly Post[],
): Promise<{ mandates?: readonly Mandate[] }> {
  const others = posts.filter((post) => post.level === 'delegate' || post.level === 'district')
  if (others.length === 0) return {}
  const mandates = await mandatesOf(
    tx,
    others.map((post) => post.office),
  )
  return mandates.length === 0 ? {} : { mandates }
}

async function partiesOf(tx: ReadTx, person: PersonId) {
  const rows = await reader<Tables>(tx)
    .selectFrom('memberships')
    .select(['party_id', 'part'])
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .where('from_day', '<=', tx.today)
    .where((one) => one.or([one('until_day', 'is', null), one('until_day', '>=', tx.today)]))
    .orderBy('party_id')
    .orderBy('from_day')
    .execute()
  // The later membership of two says the part.
  const parts = Object.fromEntries(rows.map((row) => [row.party_id, row.part]))
  return {
    parties: [...new Set(rows.map((row) => row.party_id))],
    parts: parts as Readonly<Record<PartyId, Part>>,
  }
}
