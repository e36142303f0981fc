import {
  type Day,
  type OfficeId,
  type PartyId,
  type PersonId,
  type ReadTx,
  reader,
} from '../kernel/index.ts'
import type { Tables } from './tables.ts'

/** Who acts for the party today, in any part. */
export async function listPeopleOfParty(tx: ReadTx, party: PartyId): Promise<PersonId[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('memberships as held')
    .innerJoin('people', (join) =>
      join.onRef('people.zone_id', '=', 'held.zone_id').onRef('people.id', '=', 'held.person_id'),
    )
    .select('people.id')
    .distinct()
    .where('held.zone_id', '=', tx.zone)
    .where('held.party_id', '=', party)
    .where('people.closed_on', 'is', null)
    .where('held.from_day', '<=', tx.today)
    .where((one) => one.or([one('until_day', 'is', null), one('until_day', '>=', tx.today)]))
    .orderBy('people.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Who handles or signs in the office today; experts never. */
export async function listOfficersOf(tx: ReadTx, office: OfficeId): Promise<PersonId[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('posts as held')
    .innerJoin('people', (join) =>
      join.onRef('people.zone_id', '=', 'held.zone_id').onRef('people.id', '=', 'held.person_id'),
    )
    .select(['people.id', 'held.duties'])
    .where('held.zone_id', '=', tx.zone)
    .where('held.office_id', '=', office)
    .where('people.closed_on', 'is', null)
    .where('held.from_day', '<=', tx.today)
    .where((one) => one.or([one('until_day', 'is', null), one('until_day', '>=', tx.today)]))
    .orderBy('people.id')
    .execute()
  const works = rows.filter(({ duties }) => duties.includes('handle') || duties.includes('decide'))
  return [...new Set(works.map(({ id }) => id))]
}

export type ActsFor = { readonly person: PersonId; readonly party: PartyId }

/** For which parties these people act, or acted at any time since the day. */
export async function listPartiesActedFor(
  tx: ReadTx,
  { people, since }: { readonly people: readonly PersonId[]; readonly since: Day },
): Promise<ActsFor[]> {
  if (people.length === 0) return []
  const rows = await reader<Tables>(tx)
    .selectFrom('memberships')
    .select(['person_id', 'party_id'])
    .distinct()
    .where('zone_id', '=', tx.zone)
    .where('person_id', 'in', [...people])
    .where('from_day', '<=', tx.today)
    .where((one) => one.or([one('until_day', 'is', null), one('until_day', '>=', since)]))
    .orderBy('party_id')
    .execute()
  return rows.map(({ person_id: person, party_id: party }) => ({ person, party }))
}
