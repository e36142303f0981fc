import type { Selectable } from 'kysely'
import { type Id, newId, type ReadTx, reader, type WriteTx, writer } from '../kernel/index.ts'
import { roundOf } from './case.ts'
import type { OpenCase } from './open-case.ts'
import type { Tables } from './tables.ts'

export type OpinionWords = Pick<
  Selectable<Tables['opinion_words']>,
  'condition' | 'person_id' | 'says' | 'said_at'
>

export async function insertWords(
  tx: WriteTx,
  of: Pick<OpenCase, 'id' | 'state'>,
  words: Omit<OpinionWords, 'said_at'>,
): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('opinion_words')
    .values({
      ...words,
      zone_id: tx.zone,
      id: newId<Id<'OpinionWordsId'>>(),
      case_id: of.id,
      round: roundOf(of.state),
      said_at: tx.now,
    })
    .execute()
}

/** What was added to the opinions of the round that the viewer may see, oldest first. */
export function selectWords(
  tx: ReadTx,
  of: Pick<OpenCase, 'id' | 'state'>,
): Promise<OpinionWords[]> {
  return reader<Tables>(tx)
    .selectFrom('opinion_words')
    .select(['condition', 'person_id', 'says', 'said_at'])
    .where('zone_id', '=', tx.zone)
    .where('case_id', '=', of.id)
    .where('round', '=', roundOf(of.state))
    .orderBy('id')
    .execute()
}
