import type { WhomToTell } from '../cases/index.ts'
import { listOfficersOf, listPeopleOfParty } from '../identity/index.ts'
import { type PersonId, type ReadTx, reader } from '../kernel/index.ts'
import type { Told } from './kinds.ts'
import type { Language, Tables } from './tables.ts'

/** Whose page the link leads to. */
export type Desk = 'applicant' | 'office' | 'expert'

/** The people a kind is told about a case, each once. */
export async function peopleToTell(
  tx: ReadTx,
  about: WhomToTell,
  told: Told,
): Promise<ReadonlyMap<PersonId, Desk>> {
  const people = new Map<PersonId, Desk>()
  if (told !== 'party') {
    for (const office of about.offices) {
      for (const person of await listOfficersOf(tx, office)) people.set(person, 'office')
    }
  }
  if (told !== 'office') {
    for (const person of await listPeopleOfParty(tx, about.party)) people.set(person, 'applicant')
  }
  return people
}

export type Wish = {
  readonly person: PersonId
  readonly channel: string
  readonly address: string
  readonly language: Language
}

/** Where those of the people who agreed to this kind wish to be told; confirmed addresses only. */
export async function wishesOf(
  tx: ReadTx,
  people: readonly PersonId[],
  kind: string,
): Promise<Wish[]> {
  if (people.length === 0) return []
  const rows = await reader<Tables>(tx)
    .selectFrom('notification_addresses')
    .select(['person_id', 'channel', 'address', 'language', 'kinds'])
    .where('zone_id', '=', tx.zone)
    .where('person_id', 'in', [...people])
    .where('address', 'is not', null)
    .orderBy('person_id')
    .orderBy('channel')
    .execute()
  return rows.flatMap(({ person_id: person, channel, address, language, kinds }) =>
    address !== null && kinds.includes(kind) ? [{ person, channel, address, language }] : [],
  )
}
