import { type PersonId, type WriteTx, writer } from '../kernel/index.ts'
import { eraseMessages } from './message-store.ts'
import type { Tables } from './tables.ts'

/** Forgets every address of the person and wish, and takes them out of what was sent. */
export async function erasePerson(tx: WriteTx, person: PersonId): Promise<void> {
  await writer<Tables>(tx)
    .deleteFrom('notification_addresses')
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .execute()
  await eraseMessages(tx, person)
}
