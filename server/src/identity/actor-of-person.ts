import { type PersonActor, type PersonId, type Post, type ReadTx, reader } from '../kernel/index.ts'
import type { Tables } from './tables.ts'

/**
 * A person as an actor today: only the posts and memberships whose dates hold today. Null when
 * there is no such person or the account is closed.
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
  const parties = await partiesOf(tx, person)
  const posts = await postsOf(tx, person)
  return { kind: 'person', person, name: row.name, parties, posts, isExpert: row.is_expert }
}

async function partiesOf(tx: ReadTx, person: PersonId) {
  const rows = await reader<Tables>(tx)
    .selectFrom('memberships')
    .select('party_id')
    .distinct()
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .where('from_day', '<=', tx.today)
    .where((one) => one.or([one('until_day', 'is', null), one('until_day', '>=', tx.today)]))
    .orderBy('party_id')
    .execute()
  return rows.map((row) => row.party_id)
}

async function postsOf(tx: ReadTx, person: PersonId): Promise<Post[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('posts')
    .innerJoin('offices', (join) =>
      join
        .onRef('offices.zone_id', '=', 'posts.zone_id')
        .onRef('offices.id', '=', 'posts.office_id'),
    )
    .select(['posts.id', 'posts.office_id', 'posts.title_zh', 'posts.title_en', 'posts.duties'])
    .select(['offices.key', 'offices.name_zh', 'offices.name_en'])
    .select(['offices.level', 'offices.district'])
    .where('posts.zone_id', '=', tx.zone)
    .where('posts.person_id', '=', person)
    .where('posts.from_day', '<=', tx.today)
    .where((one) => one.or([one('until_day', 'is', null), one('until_day', '>=', tx.today)]))
    .orderBy('posts.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    office: row.office_id,
    officeKey: row.key,
    officeName: { zh: row.name_zh, en: row.name_en },
    level: row.level,
    district: row.district,
    title: { zh: row.title_zh, en: row.title_en },
    duties: row.duties,
  }))
}
