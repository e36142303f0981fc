import {
  type Day,
  type Duty,
  newId,
  type PersonActor,
  type PersonId,
  type PostId,
  type ReadTx,
  record,
  refusal,
  takeUp,
  type WriteTx,
} from '../../kernel/index.ts'
import { mayAct, permit } from '../permit.ts'
import type { SubstitutionId } from '../tables.ts'
import { findPosts, listHeldPosts } from './post-store.ts'
import {
  type Colleague,
  endSubstitutionOn,
  insertSubstitution,
  listColleagues,
  listSubstitutionRows,
  type SubstitutionView,
} from './substitution-store.ts'

export type NewSubstitution = {
  readonly post: PostId
  readonly substitute: PersonId
  readonly from: Day
  readonly until: Day
  readonly reason: string
}

/**
 * Names who acts in a post while its holder is away 代行: a colleague of the same office, between two
 * days, for the own post, or by the security administrator for anybody's. Refuses
 * `identity.substitute-self-forbidden`, `identity.substitute-elsewhere`, `identity.days-crossed`,
 * `identity.substitute-administrator` for a post that neither handles nor signs,
 * and `identity.post.not-found` for a post that is not there or not the actor's to speak of.
 */
export async function arrangeSubstitute(
  tx: WriteTx,
  given: NewSubstitution,
): Promise<SubstitutionView[]> {
  const as = permit(tx.actor, 'substitution.arrange')
  const isForOthers = await takeUpSubstitutes(tx)
  const [post] = await listHeldPosts(tx, { id: given.post })
  if (!post || !(isForOthers || post.person === personOf(tx))) {
    return refusal('identity.post.not-found')
  }
  if (!isFilledByOthers(post)) refusal('identity.substitute-administrator', {}, { field: 'post' })
  if (given.from < tx.today || given.until < given.from) {
    refusal('identity.days-crossed', {}, { field: 'until' })
  }
  if (given.substitute === post.person) {
    refusal('identity.substitute-self-forbidden', {}, { field: 'substitute' })
  }
  const colleagues = await listColleagues(tx, { offices: [post.office], but: post.person })
  if (!colleagues.some(({ person }) => person === given.substitute)) {
    refusal('identity.substitute-elsewhere', {}, { field: 'substitute' })
  }
  const id = newId<SubstitutionId>()
  await insertSubstitution(tx, { ...given, id, absent: post.person })
  await record(tx, {
    act: 'substitution.arrange',
    subject: { kind: 'substitution', id },
    as,
    reason: given.reason,
    detail: { ...given, absent: post.person },
    readers: [post.person, given.substitute],
  })
  return listSubstitutionRows(tx)
}

/** Ends one early; refuses `identity.substitution.not-found` alike for a foreign one. */
export async function endSubstitution(
  tx: WriteTx,
  id: SubstitutionId,
): Promise<SubstitutionView[]> {
  const as = permit(tx.actor, 'substitution.arrange')
  await takeUpSubstitutes(tx)
  if (!(await endSubstitutionOn(tx, id))) refusal('identity.substitution.not-found')
  await record(tx, { act: 'substitution.end', subject: { kind: 'substitution', id }, as })
  return listSubstitutionRows(tx)
}

/** The substitutions one may see: the own ones, or all for the security administrator. */
export async function listSubstitutions(tx: ReadTx): Promise<SubstitutionView[]> {
  permit(tx.actor, 'substitution.arrange')
  await takeUpSubstitutes(tx)
  return listSubstitutionRows(tx)
}

export type SubstituteChoice = {
  readonly post: PostId
  readonly colleagues: readonly Colleague[]
}

/** For each own post, the colleagues who could act in it. */
export async function listSubstituteChoices(tx: ReadTx): Promise<SubstituteChoice[]> {
  permit(tx.actor, 'substitution.arrange')
  await takeUpSubstitutes(tx)
  const person = personOf(tx)
  const posts = await findPosts(tx, person)
  const offices = [...new Set(posts.map(({ office }) => office))]
  const colleagues = await listColleagues(tx, { offices, but: person })
  return posts.filter(isFilledByOthers).map(({ id, office }) => ({
    post: id,
    colleagues: colleagues.filter((one) => one.office === office),
  }))
}

/** Handling and signing may be done in another's place; what the three administrators do may not. */
const isFilledByOthers = ({ duties }: { readonly duties: readonly Duty[] }) =>
  duties.some((duty) => duty === 'handle' || duty === 'decide')

/** Whether the actor may speak for others; row-level security then shows what that needs. */
async function takeUpSubstitutes(tx: ReadTx): Promise<boolean> {
  const isForOthers = mayAct(tx.actor, 'post.grant')
  await takeUp(tx, isForOthers ? 'grant' : 'name-substitute')
  return isForOthers
}

function personOf(tx: ReadTx): PersonActor['person'] {
  if (tx.actor.kind !== 'person') return refusal('identity.signed-out')
  return tx.actor.person
}
