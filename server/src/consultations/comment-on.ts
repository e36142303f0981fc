import { randomBytes } from 'node:crypto'
import { permit } from '../identity/index.ts'
import {
  canonicalJson,
  newId,
  nextNumber,
  record,
  refusal,
  sha256,
  type WriteTx,
} from '../kernel/index.ts'
import { insertComment } from './comment-store.ts'
import {
  type CommentId,
  type Consultation,
  type ConsultationId,
  phaseOf,
  subjectOf,
} from './consultation.ts'
import { readConsultation } from './consultation-store.ts'

export type CommentInput = {
  readonly id: ConsultationId
  /** `第7条`; null for the draft as a whole. */
  readonly article: string | null
  readonly says: string
  readonly name: string
  readonly contact: string
}

export type Commented = {
  readonly id: CommentId
  readonly number: string
  /** Shows and erases one's own comment without a sign-in; kept nowhere but with its author. */
  readonly key: string
}

const CONTACT = /^(\+?[\d][\d -]{5,18}\d|[^\s@]+@[^\s@]+\.[^\s@]+)$/

/**
 * A comment 意见 on an article or the whole, by anybody under a real name, while the consultation is
 * open. Name and contact are kept apart, for asking back alone (个人信息保护法 第6条, 第13条), and the
 * record gets a salted digest. Refuses `consultation.closed` after the last day.
 */
export async function commentOn(tx: WriteTx, given: CommentInput): Promise<Commented> {
  permit(tx.actor, 'consultation.comment')
  const input = trimmed(given)
  const of = await readConsultation(tx, input.id)
  refuseUnlessOpen(of, tx)
  if (input.article !== null && !of.articles.some(({ article }) => article === input.article))
    refusal('consultation.no-such-article', { article: input.article }, { field: 'article' })
  refuseAnonymous(input)
  const { year, number: drawn } = await nextNumber(tx, 'consultation-comment')
  const made = commentOf(tx, input, `意见〔${year}〕${drawn}号`)
  if (!(await insertComment(tx, made.comment, made.commenter)))
    refusal('consultation.comment-already')
  const { id, number, digest } = made.comment
  await record(tx, {
    act: 'consultation.comment',
    subject: subjectOf(input.id),
    detail: { comment: id, number, article: input.article, digest },
    isUnnamed: true,
  })
  return { id, number, key: made.key }
}

function trimmed(input: CommentInput): CommentInput {
  const { name, contact, says } = input
  return { ...input, name: name.trim(), contact: contact.trim(), says: says.trim() }
}

function refuseUnlessOpen(of: Consultation, { today }: WriteTx): void {
  const phase = phaseOf(of, today)
  if (phase === 'open') return
  if (phase === 'prepared' || phase === 'coming')
    refusal('consultation.not-open-yet', { on: of.opensOn })
  refusal('consultation.closed', { on: of.closesOn, contact: of.contact })
}

function refuseAnonymous({ name, contact, says }: CommentInput): void {
  if (name.length < 2) refusal('consultation.unnamed', {}, { field: 'name' })
  if (!CONTACT.test(contact)) refusal('consultation.contact-malformed', {}, { field: 'contact' })
  if (says.length < 5) refusal('consultation.says-too-little', {}, { field: 'says' })
}

function commentOf(tx: WriteTx, input: CommentInput, number: string) {
  const { id: consultation, article, says, name, contact } = input
  const salt = randomBytes(16).toString('hex')
  const key = randomBytes(18).toString('base64url')
  return {
    key,
    comment: {
      id: newId<CommentId>(),
      consultation_id: consultation,
      ...{ number, article, says },
      made_on: tx.today,
      key_hash: sha256(key),
      digest: sha256(canonicalJson({ name, contact, says, salt })),
      answer_id: null,
    },
    commenter: {
      person_id: tx.actor.kind === 'person' ? tx.actor.person : null,
      ...{ name, contact, salt },
      fingerprint: sha256(canonicalJson({ consultation, article, name, contact, says })),
      consented_on: tx.today,
    },
  }
}
