import {
  type Day,
  type PartyId,
  type PersonId,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import type { Conflict, Expert, NewExpert } from './expert.ts'
import type { Tables } from './tables.ts'

/** False when the person is an expert already. */
export async function insertExpert(tx: WriteTx, expert: NewExpert): Promise<boolean> {
  const answer = await writer<Tables>(tx)
    .insertInto('experts')
    .values({
      zone_id: tx.zone,
      person_id: expert.person,
      name: expert.name,
      title_zh: expert.title.zh,
      title_en: expert.title.en,
      employer_id: expert.employer,
      fields: [...expert.fields],
      most_open: expert.mostOpen ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return answer.numInsertedOrUpdatedRows === 1n
}

export async function selectExperts(tx: ReadTx, person: PersonId | 'all'): Promise<Expert[]> {
  let query = reader<Tables>(tx)
    .selectFrom('experts as e')
    .leftJoin('parties as p', (join) =>
      join.onRef('p.zone_id', '=', 'e.zone_id').onRef('p.party_id', '=', 'e.employer_id'),
    )
    .selectAll('e')
    .select('p.name as employer_name')
    .where('e.zone_id', '=', tx.zone)
    .orderBy('e.name')
    .orderBy('e.person_id')
  if (person !== 'all') query = query.where('e.person_id', '=', person)
  const rows = await query.execute()
  return rows.map((row) => ({
    person: row.person_id,
    name: row.name,
    title: { zh: row.title_zh, en: row.title_en },
    employer: row.employer_id,
    employerName: row.employer_name ?? '',
    fields: row.fields,
    mostOpen: row.most_open,
    retiredOn: row.retired_on,
  }))
}

export type ExpertChange = Pick<NewExpert, 'person' | 'title' | 'employer' | 'fields'> & {
  readonly mostOpen: number | null
}

/** False when there is no such expert. */
export async function updateExpert(tx: WriteTx, change: ExpertChange): Promise<boolean> {
  return updated(tx, change.person, {
    title_zh: change.title.zh,
    title_en: change.title.en,
    employer_id: change.employer,
    fields: [...change.fields],
    most_open: change.mostOpen,
  })
}

/** False when there is no such expert. */
export function setRetired(tx: WriteTx, person: PersonId, on: Day | null): Promise<boolean> {
  return updated(tx, person, { retired_on: on })
}

type Columns = Omit<Partial<Tables['experts']>, 'fields'> & { readonly fields?: string[] }

async function updated(tx: WriteTx, person: PersonId, columns: Columns): Promise<boolean> {
  const { numUpdatedRows } = await writer<Tables>(tx)
    .updateTable('experts')
    .set(columns)
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** False when it was declared before. */
export async function insertConflict(
  tx: WriteTx,
  declared: { expert: PersonId; party: PartyId; reason: string },
): Promise<boolean> {
  const answer = await writer<Tables>(tx)
    .insertInto('expert_conflicts')
    .values({
      zone_id: tx.zone,
      person_id: declared.expert,
      party_id: declared.party,
      reason: declared.reason,
      declared_on: tx.today,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return answer.numInsertedOrUpdatedRows === 1n
}

export type Declared = Pick<Conflict, 'party'> & { readonly reason: string }

export function selectDeclared(
  tx: ReadTx,
  of: { expert: PersonId; parties: readonly PartyId[] },
): Promise<Declared[]> {
  return reader<Tables>(tx)
    .selectFrom('expert_conflicts')
    .select(['party_id as party', 'reason'])
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', of.expert)
    .where('party_id', 'in', of.parties)
    .orderBy('party_id')
    .execute()
}
