import { permit } from '../identity/index.ts'
import {
  newId,
  type PersonId,
  type ReadTx,
  reader,
  refusal,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import type { FilterId } from './ids.ts'
import { type FilterWords, stored, type Tables } from './tables.ts'

export type SavedFilter = {
  readonly id: FilterId
  readonly name: string
  readonly filter: FilterWords
}

/** So many a person may keep. */
const MOST = 50

/** The viewer's own filters, by name. */
export async function listFilters(tx: ReadTx): Promise<SavedFilter[]> {
  ownerOf(tx)
  return reader<Tables>(tx)
    .selectFrom('saved_filters')
    .select(['id', 'name', 'filter'])
    .where('zone_id', '=', tx.zone)
    .orderBy('name')
    .execute()
}

/** Keeps a filter under a name; the same name again replaces it. Refuses `case.filters-too-many`. */
export async function keepFilter(
  tx: WriteTx,
  input: { readonly name: string; readonly filter: FilterWords },
): Promise<SavedFilter[]> {
  const person = ownerOf(tx)
  const filter = stored(input.filter)
  await writer<Tables>(tx)
    .insertInto('saved_filters')
    .values({
      zone_id: tx.zone,
      id: newId<FilterId>(),
      person_id: person,
      name: input.name,
      filter,
    })
    .onConflict((conflict) =>
      conflict.columns(['zone_id', 'person_id', 'name']).doUpdateSet({ filter }),
    )
    .execute()
  const all = await listFilters(tx)
  if (all.length > MOST) refusal('case.filters-too-many', { most: MOST })
  return all
}

/** Forgets one; one that is not there is forgotten already. */
export async function forgetFilter(tx: WriteTx, id: FilterId): Promise<SavedFilter[]> {
  ownerOf(tx)
  await writer<Tables>(tx)
    .deleteFrom('saved_filters')
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .execute()
  return listFilters(tx)
}

function ownerOf({ actor }: ReadTx): PersonId {
  if (actor.kind !== 'person') return refusal('identity.signed-out', { right: 'filter.keep' })
  permit(actor, 'filter.keep')
  return actor.person
}
