import type { Selectable } from 'kysely'
import {
  addDays,
  type PersonId,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import type { AnswerId, CommentId, ConsultationId } from './consultation.ts'
import type { Tables } from './tables.ts'

export type CommentRow = Omit<Selectable<Tables['consultation_comments']>, 'zone_id'>
export type Commenter = Omit<
  Tables['consultation_commenters'],
  'zone_id' | 'comment_id' | 'consultation_id' | 'key_hash'
>
export type AnswerRow = Omit<Selectable<Tables['consultation_answers']>, 'zone_id'>

/** A comment with the name of whoever wrote it, where it is kept and the actor may see it. */
export type NamedComment = Omit<CommentRow, 'key_hash' | 'digest' | 'consultation_id'> & {
  readonly name: string | null
  readonly contact: string | null
}

/** False when the same person said the same before; the caller refuses, which takes it back. */
export async function insertComment(
  tx: WriteTx,
  comment: CommentRow,
  commenter: Commenter,
): Promise<boolean> {
  await writer<Tables>(tx)
    .insertInto('consultation_comments')
    .values({ ...comment, zone_id: tx.zone })
    .execute()
  const { numInsertedOrUpdatedRows } = await writer<Tables>(tx)
    .insertInto('consultation_commenters')
    .values({
      ...commenter,
      zone_id: tx.zone,
      comment_id: comment.id,
      consultation_id: comment.consultation_id,
      key_hash: comment.key_hash,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Every comment of a consultation that the actor may see, oldest first. */
export function selectComments(tx: ReadTx, id: ConsultationId): Promise<NamedComment[]> {
  return named(tx, id).execute()
}

/** The actor's own: those written under the person's sign-in, or under a key. */
export function selectOwn(
  tx: ReadTx,
  id: ConsultationId,
  of: { readonly person: PersonId } | { readonly keyHash: string },
): Promise<NamedComment[]> {
  const all = named(tx, id)
  return 'person' in of
    ? all.where('commenter.person_id', '=', of.person).execute()
    : all.where('comment.key_hash', '=', of.keyHash).execute()
}

function named(tx: ReadTx, id: ConsultationId) {
  return reader<Tables>(tx)
    .selectFrom('consultation_comments as comment')
    .leftJoin('consultation_commenters as commenter', (join) =>
      join
        .onRef('commenter.zone_id', '=', 'comment.zone_id')
        .onRef('commenter.comment_id', '=', 'comment.id'),
    )
    .select(['comment.id', 'comment.number', 'comment.article', 'comment.says', 'comment.made_on'])
    .select(['comment.answer_id', 'commenter.name', 'commenter.contact'])
    .where('comment.zone_id', '=', tx.zone)
    .where('comment.consultation_id', '=', id)
    .orderBy('comment.id')
}

export async function insertAnswer(
  tx: WriteTx,
  answer: AnswerRow,
  comments: readonly CommentId[],
): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('consultation_answers')
    .values({ ...answer, zone_id: tx.zone })
    .execute()
  await writer<Tables>(tx)
    .updateTable('consultation_comments')
    .set({ answer_id: answer.id })
    .where('zone_id', '=', tx.zone)
    .where('id', 'in', comments)
    .execute()
}

export async function deleteAnswers(tx: WriteTx, answers: readonly AnswerId[]): Promise<void> {
  if (answers.length === 0) return
  await writer<Tables>(tx)
    .deleteFrom('consultation_answers')
    .where('zone_id', '=', tx.zone)
    .where('id', 'in', answers)
    .execute()
}

/** In the order in which they were given. */
export function selectAnswers(tx: ReadTx, id: ConsultationId): Promise<AnswerRow[]> {
  return reader<Tables>(tx)
    .selectFrom('consultation_answers')
    .select(['id', 'consultation_id', 'gist', 'outcome', 'reason', 'answered_on', 'answered_by'])
    .where('zone_id', '=', tx.zone)
    .where('consultation_id', '=', id)
    .orderBy('id')
    .execute()
}

/** Deletes name and contact of one comment, as far as the actor may; false when there is none. */
export async function deleteCommenter(tx: WriteTx, id: CommentId): Promise<boolean> {
  const { numDeletedRows } = await writer<Tables>(tx)
    .deleteFrom('consultation_commenters')
    .where('zone_id', '=', tx.zone)
    .where('comment_id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

export type Kept = {
  /** Days after the summary, and after the last day where none was ever published. */
  readonly afterSummary: number
  readonly afterClosing: number
}

/** Deletes every name kept longer than that; answers how many by consultation. */
export async function deleteKeptLongerThan(
  tx: WriteTx,
  { afterSummary, afterClosing }: Kept,
): Promise<ReadonlyMap<ConsultationId, number>> {
  const rows = await writer<Tables>(tx)
    .deleteFrom('consultation_commenters')
    .where('zone_id', '=', tx.zone)
    .where('consultation_id', 'in', (of) =>
      of
        .selectFrom('consultations')
        .select('id')
        .where('zone_id', '=', tx.zone)
        .where((one) =>
          one.or([
            one('summary_on', '<', addDays(tx.today, -afterSummary)),
            one('closes_on', '<', addDays(tx.today, -afterClosing)),
          ]),
        ),
    )
    .returning('consultation_id')
    .execute()
  const counts = new Map<ConsultationId, number>()
  for (const { consultation_id: id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
