import { permit } from '../identity/index.ts'
import { record, refusal, sha256, takeUp, type WriteTx } from '../kernel/index.ts'
import { deleteCommenter, type NamedComment, selectOwn } from './comment-store.ts'
import { type CommentId, type ConsultationId, type Outcome, subjectOf } from './consultation.ts'
import { readConsultation } from './consultation-store.ts'
import { holds } from './hold-of.ts'

export type OwnComment = Pick<NamedComment, 'id' | 'number' | 'article' | 'says'> & {
  readonly on: string
  /** Name and contact are still kept. */
  readonly named: boolean
  /** Once the summary is published. */
  readonly answered: { readonly outcome: Outcome; readonly reason: string } | null
}

export type OwnAsked = { readonly id: ConsultationId; readonly keys: readonly string[] }

/** One's own comments: those written under this sign-in, and those whose keys are given. */
export async function ownComments(tx: WriteTx, { id, keys }: OwnAsked): Promise<OwnComment[]> {
  permit(tx.actor, 'consultation.comment')
  const { summary } = await readConsultation(tx, id)
  const found = new Map<CommentId, NamedComment>()
  const add = (rows: readonly NamedComment[]) => {
    for (const row of rows) found.set(row.id, row)
  }
  if (tx.actor.kind === 'person') add(await selectOwn(tx, id, { person: tx.actor.person }))
  for (const key of new Set(keys)) add(await underKey(tx, id, key))
  return [...found.values()].map((row) => {
    const answer = summary?.answers.find(({ numbers }) => numbers.includes(row.number))
    const { number, article, says, made_on: on, name } = row
    const answered = answer ? { outcome: answer.outcome, reason: answer.reason } : null
    return { id: row.id, number, article, says, on, named: name !== null, answered }
  })
}

export type EraseAsked = {
  readonly id: ConsultationId
  readonly comment: CommentId
  /** The key given with the comment; null for one's own sign-in or the office. */
  readonly key: string | null
}

/**
 * Erases name and contact of a comment for good (个人信息保护法 第47条), at its author's wish at any
 * time; what was said stays, without a name. Refuses `consultation.no-such-comment`.
 */
export async function eraseCommenter(tx: WriteTx, asked: EraseAsked): Promise<void> {
  permit(tx.actor, 'consultation.comment')
  const { id, comment, key } = asked
  const of = await readConsultation(tx, id)
  const isOwn = (await ownRows(tx, asked)).some((row) => row.id === comment && row.name !== null)
  if (!isOwn && !holds(tx, of)) refusal('consultation.no-such-comment')
  if (!(await deleteCommenter(tx, comment))) refusal('consultation.no-such-comment')
  await record(tx, {
    act: 'consultation.erase',
    subject: subjectOf(id),
    detail: { comment, by: isOwn ? (key ? 'key' : 'author') : 'office' },
    isUnnamed: isOwn,
  })
}

async function ownRows(tx: WriteTx, { id, key }: EraseAsked): Promise<NamedComment[]> {
  if (key !== null) return underKey(tx, id, key)
  return tx.actor.kind === 'person' ? selectOwn(tx, id, { person: tx.actor.person }) : []
}

async function underKey(tx: WriteTx, id: ConsultationId, key: string): Promise<NamedComment[]> {
  const keyHash = sha256(key)
  // The policies of the two tables let the holder of the key in, and nobody else.
  await takeUp(tx, keyHash)
  return selectOwn(tx, id, { keyHash })
}
