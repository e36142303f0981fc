import {
  addDays,
  type Day,
  newId,
  type PostId,
  record,
  refusal,
  takeUp,
  type WriteTx,
} from '../../kernel/index.ts'
import { endMandateOn, insertMandate, type MandateRecord } from '../offices/mandate-store.ts'
import { listHeldPosts, setPostEnd } from '../offices/post-store.ts'
import { appoint, type NewPost } from '../people.ts'
import { permit } from '../permit.ts'
import type { MandateId } from '../tables.ts'
import { viewOffices } from './office-desk.ts'
import { type PersonLine, personLines } from './people-desk.ts'

/**
 * Gives a person a dated post. Refuses `identity.own-rights-forbidden` to the actor's own good,
 * `identity.duties-apart`, `identity.days-crossed`, and people or offices that are not there.
 */
export async function grantPost(tx: WriteTx, post: NewPost): Promise<PersonLine> {
  const as = permit(tx.actor, 'post.grant')
  await takeUp(tx, 'grant')
  const [person] = await personLines(tx, { id: post.person })
  const { offices } = await viewOffices(tx)
  const office = offices.find((one) => one.id === post.office)
  if (!person || person.closedOn) return refusal('identity.person.not-found')
  if (!office || office.closedOn) return refusal('identity.office.not-found')
  refuseSelf(tx, post.person)
  if (post.until && post.until < post.from) {
    refusal('identity.days-crossed', {}, { field: 'until' })
  }
  const id = await appoint(tx, post)
  await record(tx, {
    act: 'post.grant',
    subject: { kind: 'person', id: post.person },
    as,
    detail: { ...post, title: post.title, id },
    readers: [post.person],
  })
  return linePerson(tx, post.person)
}

/** Ends a post with the day before `from`; what was done in it stays. */
export async function endPost(
  tx: WriteTx,
  { id, from, reason }: { readonly id: PostId; readonly from: Day; readonly reason: string },
): Promise<PersonLine> {
  const as = permit(tx.actor, 'post.grant')
  await takeUp(tx, 'grant')
  const [post] = await listHeldPosts(tx, { id })
  if (!post || (post.until !== null && post.until < from)) {
    return refusal('identity.post.not-found')
  }
  if (from < tx.today) refusal('identity.days-crossed', {}, { field: 'from' })
  refuseSelf(tx, post.person)
  await setPostEnd(tx, id, laterOf(addDays(from, -1), post.from))
  await record(tx, {
    act: 'post.end',
    subject: { kind: 'person', id: post.person },
    as,
    reason,
    detail: { post: id, from },
    readers: [post.person],
  })
  return linePerson(tx, post.person)
}

/** A post lasts a day at least: it was held. */
function laterOf(one: Day, other: Day): Day {
  return [one, other].sort().at(-1) ?? one
}

/** Whoever grants rights grants and takes none of their own. */
function refuseSelf(tx: WriteTx, person: NewPost['person']): void {
  if (tx.actor.kind !== 'person' || tx.actor.person === person) {
    refusal('identity.own-rights-forbidden')
  }
}

async function linePerson(tx: WriteTx, id: NewPost['person']): Promise<PersonLine> {
  const [line] = await personLines(tx, { id })
  return line ?? refusal('identity.person.not-found')
}

/**
 * Keeps a written delegation that the measure allows (the caller has asked it). Refuses
 * `identity.days-crossed`, `identity.delegation-self-forbidden`.
 */
export async function giveMandate(
  tx: WriteTx,
  given: Omit<MandateRecord, 'id'>,
): Promise<MandateId> {
  const as = permit(tx.actor, 'post.grant')
  await takeUp(tx, 'grant')
  if (given.fromOffice === given.toOffice) refusal('identity.delegation-self-forbidden')
  if (given.until < given.from) refusal('identity.days-crossed', {}, { field: 'until' })
  const id = newId<MandateId>()
  await insertMandate(tx, { ...given, id })
  await record(tx, {
    act: 'delegation.give',
    subject: { kind: 'delegation', id },
    as,
    cite: given.cite,
    detail: { ...given },
    readers: [given.fromOffice, given.toOffice],
  })
  return id
}

/** From today the delegate may not act under it. Refuses `identity.delegation.not-found`. */
export async function endMandate(
  tx: WriteTx,
  { id, reason }: { readonly id: MandateId; readonly reason: string },
): Promise<void> {
  const as = permit(tx.actor, 'post.grant')
  await takeUp(tx, 'grant')
  if (!(await endMandateOn(tx, id, reason))) refusal('identity.delegation.not-found')
  await record(tx, { act: 'delegation.end', subject: { kind: 'delegation', id }, as, reason })
}
