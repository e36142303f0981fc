import { randomBytes } from 'node:crypto'
import {
  canonicalJson,
  newId,
  nextNumber,
  record,
  refusal,
  sealTexts,
  sha256,
  takeUp,
  type WriteTx,
} from '../kernel/index.ts'
import { append } from './append.ts'
import { lockBoard } from './board-store.ts'
import type { ObjectionId } from './ids.ts'
import type { ObjectInput } from './inputs.ts'
import { countOfContact, findNotice, insertObjection } from './notice-store.ts'
import { subjectOfObjection } from './objections/objection.ts'
import { lawOf } from './open-case.ts'
import { printed } from './printed-number.ts'
import { OBJECTIONS, textsOfObjection } from './sealed.ts'
import { digestOfObjector } from './sealing.ts'
import { permitAct } from './standing.ts'
import { tell } from './tell.ts'
import { refuseUnlessNext } from './turn.ts'
import type { Objected } from './views.ts'

const CONTACT = /^(\+?[\d][\d -]{5,18}\d|[^\s@]+@[^\s@]+\.[^\s@]+)$/

/**
 * Objects to one name on a notice 提出异议: by anybody, with a real name and a contact, while the
 * window runs. The record gets a salted digest of who it was; name and contact stay with the
 * officers who look into it. The answer holds the key to follow it by, which nobody is told again.
 * Refuses `case.notice-closed` after the last day, `case.objection-already` for the same person
 * saying the same twice, `case.objections-too-many` after 20 of one contact to one notice.
 */
export async function objectTo(tx: WriteTx, input: ObjectInput): Promise<Objected> {
  const notice = await findNotice(tx, input.noticeId)
  if (!notice) return refusal('case.notice-not-found')
  if (!notice.list.some((one) => one.caseId === input.caseId)) {
    refusal('case.case-not-on-notice', { number: notice.number }, { field: 'line' })
  }
  refuseAnonymous(input)
  if (tx.today > notice.until_on) refusal('case.notice-closed', { on: notice.until_on })
  // A visitor may not read the case's record; while a notice runs the board may be read instead.
  const board = await lockBoard(tx, input.caseId)
  if (!board) return refusal('case.notice-closed', { on: notice.until_on })
  const law = await lawOf(tx, board)
  const standing = permitAct(tx.actor, law.asked, 'object')
  refuseUnlessNext({ state: board.state, ...law }, 'object')
  await refuseMany(tx, input)
  const drawn = await nextNumber(tx, 'objection')
  const key = randomBytes(16).toString('hex')
  const number = printed('异', drawn.year, drawn.number)
  const made = objectionOf(tx, input, { number, key })
  if (!(await insertObjection(tx, made.objection, made.objector))) {
    refusal('case.objection-already', { on: tx.today })
  }
  const moving = { id: board.case_id, board, state: board.state, ...law }
  const { id, digest } = made.objection
  const acted = await append(tx, moving, {
    act: 'object',
    standing,
    detail: { objection: id, number, digest },
  })
  sealTexts(tx, OBJECTIONS, [textsOfObjection(made.objection)])
  await record(tx, {
    act: 'objection.lodge',
    subject: subjectOfObjection(id),
    cite: standing.cite,
    detail: { case: board.case_id, number, digest },
    isUnnamed: true,
  })
  await tell(tx, { type: 'case.objected', payload: { case: board.case_id, objection: id } })
  return { ...acted, number, key }
}

const MOST_OF_CONTACT = 20

/** The policy lets whoever gives a contact count what it raised on the notice, and see no other. */
async function refuseMany(tx: WriteTx, input: ObjectInput): Promise<void> {
  const hash = contactHashOf(input)
  await takeUp(tx, hash)
  if ((await countOfContact(tx, hash)) < MOST_OF_CONTACT) return
  refusal('case.objections-too-many', { most: MOST_OF_CONTACT }, { field: 'contact' })
}

/** A telephone number is the same with and without gaps, an e-mail address in small letters. */
function contactHashOf({ noticeId, contact }: ObjectInput): string {
  return sha256(`${noticeId} ${contact.toLowerCase().replaceAll(/[\s-]/g, '')}`)
}

function refuseAnonymous({ name, contact, grounds }: ObjectInput): void {
  if (name.trim().length < 2) refusal('case.objector-unnamed', {}, { field: 'name' })
  if (!CONTACT.test(contact.trim())) refusal('case.contact-malformed', {}, { field: 'contact' })
  if (grounds.trim().length < 10) refusal('case.reason-needed', {}, { field: 'grounds' })
}

function objectionOf(tx: WriteTx, input: ObjectInput, to: { number: string; key: string }) {
  const name = input.name.trim()
  const contact = input.contact.trim()
  const grounds = input.grounds.trim()
  const salt = randomBytes(16).toString('hex')
  return {
    objection: {
      id: newId<ObjectionId>(),
      number: to.number,
      key_hash: sha256(to.key),
      notice_id: input.noticeId,
      case_id: input.caseId,
      grounds,
      digest: digestOfObjector({ name, contact, grounds, salt }),
      made_on: tx.today,
      answered_on: null,
      upheld: null,
      answer: null,
      answered_by: null,
    },
    objector: {
      name,
      contact,
      salt,
      fingerprint: sha256(canonicalJson({ case: input.caseId, name, contact, grounds })),
      contact_hash: contactHashOf(input),
    },
  }
}
