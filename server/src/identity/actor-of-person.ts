import { jsonArrayFrom } from 'kysely/helpers/postgres'
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
import { postRowsToday, toPost } from './offices/post-store.ts'
import { substitutedPosts, substitutedRows } from './offices/substitution-store.ts'
import type { Tables } from './tables.ts'

/**
 * A person as an actor today: only the posts, substitutions and memberships whose dates hold today.
 * Own posts come before those of somebody away, so that nobody acts in another's place without need.
 * Null when there is no such person or they are closed.
 */
export async function actorOfPerson(tx: ReadTx, person: PersonId): Promise<PersonActor | null> {
  const row = await holderRows(tx).where('people.id', '=', person).executeTakeFirst()
  return row ? actorOf(tx, row) : null
}

/** People with all that makes them actors today, in one statement. */
export function holderRows(tx: ReadTx) {
  return reader<Tables>(tx)
    .selectFrom('people')
    .select((one) => [
      'people.id',
      'people.name',
      'people.is_expert',
      jsonArrayFrom(postRowsToday(tx).whereRef('posts.person_id', '=', one.ref('people.id'))).as(
        'own',
      ),
      jsonArrayFrom(
        substitutedRows(tx).whereRef('away.substitute_id', '=', one.ref('people.id')),
      ).as('away'),
      jsonArrayFrom(
        membershipRows(tx).whereRef('memberships.person_id', '=', one.ref('people.id')),
      ).as('memberships'),
    ])
    .where('people.zone_id', '=', tx.zone)
    .where((one) => one.or([one('closed_on', 'is', null), one('closed_on', '>', tx.today)]))
}

type HolderRow = Awaited<ReturnType<ReturnType<typeof holderRows>['execute']>>[number]

export async function actorOf(tx: ReadTx, row: HolderRow): Promise<PersonActor> {
  const own = row.own.map(toPost)
  const posts = [...own, ...substitutedPosts(row.away, own)]
  return {
    kind: 'person',
    person: row.id,
    name: row.name,
    ...partiesOf(row.memberships),
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

function membershipRows(tx: ReadTx) {
  return reader<Tables>(tx)
    .selectFrom('memberships')
    .select(['party_id', 'part'])
    .where('memberships.zone_id', '=', tx.zone)
    .where('from_day', '<=', tx.today)
    .where((one) => one.or([one('until_day', 'is', null), one('until_day', '>=', tx.today)]))
    .orderBy('party_id')
    .orderBy('from_day')
}

function partiesOf(rows: HolderRow['memberships']) {
  // The later membership of two says the part.
  const parts = Object.fromEntries(rows.map((row) => [row.party_id, row.part]))
  return {
    parties: [...new Set(rows.map((row) => row.party_id))],
    parts: parts as Readonly<Record<PartyId, Part>>,
  }
}
