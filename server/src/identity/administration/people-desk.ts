import {
  announce,
  type Day,
  type Duty,
  type Kernel,
  type OfficeId,
  type PersonId,
  type PostId,
  type ReadTx,
  reader,
  record,
  refusal,
  takeUp,
  type Words,
  type WriteTx,
  writer,
} from '../../kernel/index.ts'
import { dropGenerator } from '../factors/code-generator.ts'
import { dropPasskeys } from '../factors/passkey-store.ts'
import { dropRecoveryCodes } from '../factors/recovery-codes.ts'
import { type Invited, inviteToSetPassword } from '../joining/invitation-store.ts'
import { endOtherSessions } from '../own-sessions.ts'
import { normalLogin, registerPerson, setPassword } from '../people.ts'
import { mayAct, permit } from '../permit.ts'
import { DOORKEEPER } from '../session.ts'
import type { Tables } from '../tables.ts'

export type PersonLine = {
  readonly id: PersonId
  readonly login: string
  readonly name: string
  readonly isExpert: boolean
  readonly closedOn: Day | null
  readonly posts: readonly {
    readonly id: PostId
    readonly office: OfficeId
    readonly officeName: Words
    readonly title: Words
    readonly duties: readonly Duty[]
    readonly from: Day
    readonly until: Day | null
  }[]
}

/** People by name or login with the posts they have, had and will have, for both administrators. */
export async function listPeople(tx: ReadTx, text: string): Promise<PersonLine[]> {
  permit(tx.actor, 'person.list')
  await takeUp(tx, mayAct(tx.actor, 'person.manage') ? 'administer' : 'grant')
  return personLines(tx, { text })
}

const MOST = 100

type Wanted = { readonly text: string } | { readonly id: PersonId }

export async function personLines(tx: ReadTx, wanted: Wanted): Promise<PersonLine[]> {
  let found = reader<Tables>(tx)
    .selectFrom('people')
    .select(['id', 'login', 'name', 'is_expert', 'closed_on'])
    .where('zone_id', '=', tx.zone)
  if ('id' in wanted) found = found.where('id', '=', wanted.id)
  else {
    const like = `%${wanted.text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`
    found = found.where((one) => one.or([one('name', 'ilike', like), one('login', 'ilike', like)]))
  }
  const people = await found.orderBy('login').limit(MOST).execute()
  const posts = await postsOfPeople(
    tx,
    people.map(({ id }) => id),
  )
  return people.map(({ id, login, name, is_expert, closed_on }) => ({
    id,
    login,
    name,
    isExpert: is_expert,
    closedOn: closed_on,
    posts: posts.filter((post) => post.person === id).map(({ person: _, ...post }) => post),
  }))
}

async function postsOfPeople(tx: ReadTx, people: readonly PersonId[]) {
  if (people.length === 0) return []
  const rows = await reader<Tables>(tx)
    .selectFrom('posts')
    .innerJoin('offices', (join) =>
      join
        .onRef('offices.zone_id', '=', 'posts.zone_id')
        .onRef('offices.id', '=', 'posts.office_id'),
    )
    .select(['posts.id', 'posts.person_id', 'posts.office_id', 'posts.title_zh', 'posts.title_en'])
    .select(['posts.duties', 'posts.from_day', 'posts.until_day', 'name_zh', 'name_en'])
    .where('posts.zone_id', '=', tx.zone)
    .where('posts.person_id', 'in', [...people])
    .orderBy('posts.id')
    .execute()
  return rows.map((row) => ({
    person: row.person_id,
    id: row.id,
    office: row.office_id,
    officeName: { zh: row.name_zh, en: row.name_en },
    title: { zh: row.title_zh, en: row.title_en },
    duties: row.duties,
    from: row.from_day,
    until: row.until_day,
  }))
}

/**
 * Adds a person, without any right, and tells the link once by which they choose their password.
 * Refuses `identity.login.already`.
 */
export async function addPerson(
  tx: WriteTx,
  given: { readonly login: string; readonly name: string },
): Promise<Invited> {
  const as = permit(tx.actor, 'person.manage')
  await takeUp(tx, 'administer')
  const person = await registerPerson(tx, given)
  const invited = await inviteToSetPassword(tx, { person, invited: given.name })
  await record(tx, {
    act: 'person.add',
    subject: { kind: 'person', id: person },
    as,
    detail: { login: given.login, name: given.name },
  })
  return invited
}

/**
 * Takes away every way of signing in and tells a new link once. Refuses
 * `identity.administrator-forbidden` for one of the three administrators: whoever could do that would
 * be all three (ADR 0061); the machine's own command does it.
 */
export async function resetPerson(
  kernel: Kernel,
  actor: WriteTx['actor'],
  person: PersonId,
): Promise<Invited> {
  const invited = await kernel.writing(actor, async (tx) => {
    const as = permit(tx.actor, 'person.manage')
    const known = await getOther(tx, person)
    const link = await inviteToSetPassword(tx, { person, invited: known.name })
    await record(tx, { act: 'person.reset', subject: { kind: 'person', id: person }, as })
    return link
  })
  await kernel.writing(DOORKEEPER, (tx) => dropSignIn(tx, person))
  return invited
}

/**
 * The machine's own reset, for the three administrators too (ADR 0061): every way of signing in ends,
 * and the given password is the one way in. Refuses `identity.person.not-found`.
 */
export async function resetSignIn(
  tx: WriteTx,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<void> {
  if (tx.actor.kind !== 'system') refusal('identity.forbidden', { right: 'person.manage' })
  const person = await reader<Tables>(tx)
    .selectFrom('people')
    .select('id')
    .where('zone_id', '=', tx.zone)
    .where('login', '=', normalLogin(login))
    .executeTakeFirst()
  if (!person) return refusal('identity.person.not-found', {}, { field: 'login' })
  await dropSignIn(tx, person.id)
  await setPassword(tx, person.id, password)
  await record(tx, { act: 'person.reset', subject: { kind: 'person', id: person.id }, as: null })
}

/** No password, generator, code, passkey or session of the person is left. */
async function dropSignIn(tx: WriteTx, person: PersonId): Promise<void> {
  await writer<Tables>(tx)
    .deleteFrom('credentials')
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .execute()
  await dropGenerator(tx, person)
  await dropRecoveryCodes(tx, person)
  await dropPasskeys(tx, person)
  await endOtherSessions(tx, { person, token: null })
}

/** From today the person may not sign in and holds nothing; opening again undoes it. */
export async function closePerson(
  tx: WriteTx,
  { person, reason, open }: { person: PersonId; reason: string; open: boolean },
): Promise<void> {
  const as = permit(tx.actor, 'person.manage')
  await getOther(tx, person)
  await writer<Tables>(tx)
    .updateTable('people')
    .set({ closed_on: open ? null : tx.today })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', person)
    .execute()
  const act = open ? 'person.open' : 'person.close'
  await record(tx, { act, subject: { kind: 'person', id: person }, as, reason })
  if (!open) await announce(tx, { type: 'person.closed', payload: { person } })
}

const ADMINISTRATORS: readonly Duty[] = ['audit', 'administer', 'grant']

/** Somebody else than the actor, and none of the three administrators. */
async function getOther(tx: WriteTx, person: PersonId): Promise<{ name: string }> {
  await takeUp(tx, 'administer')
  const known = await reader<Tables>(tx)
    .selectFrom('people')
    .select('name')
    .where('zone_id', '=', tx.zone)
    .where('id', '=', person)
    .executeTakeFirst()
  if (!known) return refusal('identity.person.not-found')
  const posts = await postsOfPeople(tx, [person])
  const held = posts.filter(({ until }) => until === null || until >= tx.today)
  const isOne = held.some(({ duties }) => duties.some((duty) => ADMINISTRATORS.includes(duty)))
  if (isOne) refusal('identity.administrator-forbidden')
  return known
}
