import type { Generated } from 'kysely'
import { type Day, type PersonId, type WriteTx, writer, type ZoneId } from '../kernel/index.ts'
import type { Subject } from './folder.ts'

/** Who besides party and office may see what lies in a folder. */
type Tables = {
  folder_people: {
    zone_id: ZoneId
    subject_kind: string
    subject_id: string
    person_id: PersonId
    let_out_on: Generated<Day | null>
  }
}

export async function insertPerson(tx: WriteTx, subject: Subject, person: PersonId): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('folder_people')
    .values({
      zone_id: tx.zone,
      subject_kind: subject.kind,
      subject_id: subject.id,
      person_id: person,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function markLetOut(tx: WriteTx, subject: Subject, person: PersonId): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('folder_people')
    .set({ let_out_on: tx.today })
    .where('zone_id', '=', tx.zone)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('person_id', '=', person)
    .execute()
}
