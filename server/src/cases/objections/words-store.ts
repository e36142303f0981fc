import { type ReadTx, reader, type WriteTx, writer } from '../../kernel/index.ts'
import type { ObjectionId } from '../ids.ts'
import type { ObjectionRow } from '../notice-store.ts'
import type { Tables } from '../tables.ts'
import type { Word } from './objection.ts'

export async function selectWords(tx: ReadTx, id: ObjectionId): Promise<Word[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('objection_words')
    .select(['kind', 'says', 'said_on', 'until_on', 'by_zh', 'by_en'])
    .where('zone_id', '=', tx.zone)
    .where('objection_id', '=', id)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ kind, says, said_on: on, until_on: until, by_zh: zh, by_en: en }) => ({
    ...{ kind, says, on, until },
    by: zh === null || en === null ? null : { zh, en },
  }))
}

/** Adds one word after the others; two at once cannot take one place. */
export async function insertWord(tx: WriteTx, id: ObjectionId, word: Word): Promise<void> {
  const ordinal = (await selectWords(tx, id)).length + 1
  await writer<Tables>(tx)
    .insertInto('objection_words')
    .values({
      ...{ zone_id: tx.zone, objection_id: id, ordinal, kind: word.kind, says: word.says },
      ...{ said_on: word.on, until_on: word.until },
      ...{ by_zh: word.by?.zh ?? null, by_en: word.by?.en ?? null },
    })
    .execute()
}

export type FollowedRow = Pick<
  ObjectionRow,
  | 'id'
  | 'number'
  | 'notice_id'
  | 'case_id'
  | 'grounds'
  | 'made_on'
  | 'answered_on'
  | 'upheld'
  | 'answer'
  | 'answered_by'
>

const FOLLOWED = [
  'id',
  'number',
  'notice_id',
  'case_id',
  'grounds',
  'made_on',
  'answered_on',
  'upheld',
  'answer',
  'answered_by',
] as const

/** The objection of that number whose key has that hash. */
export async function findByKey(
  tx: ReadTx,
  of: { readonly number: string; readonly keyHash: string },
): Promise<FollowedRow | undefined> {
  return reader<Tables>(tx)
    .selectFrom('objections')
    .select(FOLLOWED)
    .where('zone_id', '=', tx.zone)
    .where('number', '=', of.number)
    .where('key_hash', '=', of.keyHash)
    .executeTakeFirst()
}

const AT_ONCE = 200

/** Objections the viewer may see, those that wait first, then those answered last. */
export async function* eachObjection(tx: ReadTx): AsyncGenerator<FollowedRow> {
  for (let from = 0; ; from += AT_ONCE) {
    const rows = await reader<Tables>(tx)
      .selectFrom('objections')
      .select(FOLLOWED)
      .where('zone_id', '=', tx.zone)
      .orderBy('answered_on', (order) => order.desc().nullsFirst())
      .orderBy('made_on')
      .orderBy('id')
      .limit(AT_ONCE)
      .offset(from)
      .execute()
    yield* rows
    if (rows.length < AT_ONCE) return
  }
}

export async function selectUnanswered(
  tx: ReadTx,
): Promise<Pick<FollowedRow, 'id' | 'number' | 'case_id' | 'made_on'>[]> {
  return reader<Tables>(tx)
    .selectFrom('objections')
    .select(['id', 'number', 'case_id', 'made_on'])
    .where('zone_id', '=', tx.zone)
    .where('answered_on', 'is', null)
    .orderBy('id')
    .execute()
}

export async function findObjector(
  tx: ReadTx,
  id: ObjectionId,
): Promise<{ name: string; contact: string } | undefined> {
  return reader<Tables>(tx)
    .selectFrom('objectors')
    .select(['name', 'contact'])
    .where('zone_id', '=', tx.zone)
    .where('objection_id', '=', id)
    .executeTakeFirst()
}
