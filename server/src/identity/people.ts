import {
  type Day,
  type Duty,
  newId,
  type OfficeId,
  type Part,
  type PartyId,
  type PersonId,
  type PostId,
  type ReadTx,
  reader,
  refusal,
  type Words,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import { refuseMixedDuties } from './administration/duties-apart.ts'
import { listHeldPosts } from './offices/post-store.ts'
import { hashPassword } from './password.ts'
import type { Tables } from './tables.ts'

/** What the demo's door says about a seeded person; a real zone has none. */
export type DemoNote = {
  readonly role: Words
  readonly organisation: Words
  readonly can: Words
  readonly desk: 'applicant' | 'office'
}

export type DemoPerson = DemoNote & { readonly login: string; readonly name: string }

export type NewPerson = {
  readonly login: string
  readonly name: string
  /** None: the person cannot sign in with a password. */
  readonly password?: string
  readonly isExpert?: boolean
  readonly demoNote?: DemoNote
}

/** Adds a person; refuses `identity.login.already` when the login is taken. */
export async function registerPerson(tx: WriteTx, person: NewPerson): Promise<PersonId> {
  const id = newId<PersonId>()
  const added = await writer<Tables>(tx)
    .insertInto('people')
    .values({
      zone_id: tx.zone,
      id,
      login: normalLogin(person.login),
      name: person.name,
      is_expert: person.isExpert ?? false,
      demo_note: person.demoNote ?? null,
    })
    .onConflict((conflict) => conflict.columns(['zone_id', 'login']).doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) {
    refusal('identity.login.already', { login: person.login }, { field: 'login' })
  }
  if (person.password !== undefined) await setPassword(tx, id, person.password)
  return id
}

/** Sets the password and closes every session of the person. */
export async function setPassword(tx: WriteTx, person: PersonId, password: string): Promise<void> {
  await writePassword(tx, person, password)
  await writer<Tables>(tx)
    .deleteFrom('sessions')
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .execute()
}

/** Keeps the hash of a password, and no session's end. */
export async function writePassword(
  tx: WriteTx,
  person: PersonId,
  password: string,
): Promise<void> {
  const password_hash = await hashPassword(password)
  await writer<Tables>(tx)
    .insertInto('credentials')
    .values({ zone_id: tx.zone, person_id: person, password_hash, changed_at: tx.now })
    .onConflict((conflict) =>
      conflict.columns(['zone_id', 'person_id']).doUpdateSet({ password_hash, changed_at: tx.now }),
    )
    .execute()
}

export type NewPost = {
  readonly person: PersonId
  readonly office: OfficeId
  readonly title: Words
  readonly duties: readonly Duty[]
  readonly from: Day
  /** The last day of the post; none: until further notice. */
  readonly until?: Day | null
}

/** Gives a person a dated post in an office. Refuses `identity.duties-apart` (三员分立). */
export async function appoint(tx: WriteTx, post: NewPost): Promise<PostId> {
  const held = await listHeldPosts(tx, { person: post.person })
  refuseMixedDuties(held, { ...post, until: post.until ?? null })
  const id = newId<PostId>()
  await writer<Tables>(tx)
    .insertInto('posts')
    .values({
      zone_id: tx.zone,
      id,
      person_id: post.person,
      office_id: post.office,
      title_zh: post.title.zh,
      title_en: post.title.en,
      duties: [...post.duties],
      from_day: post.from,
      until_day: post.until ?? null,
    })
    .execute()
  return id
}

export type NewMembership = {
  readonly person: PersonId
  readonly party: PartyId
  /** An owner unless told. */
  readonly part?: Part
  readonly from: Day
  readonly until?: Day | null
}

/** Lets a person act for a party between two days; one who was out again that day comes back. */
export async function addMembership(tx: WriteTx, membership: NewMembership): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('memberships')
    .values({
      zone_id: tx.zone,
      person_id: membership.person,
      party_id: membership.party,
      part: membership.part ?? 'owner',
      from_day: membership.from,
      until_day: membership.until ?? null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['zone_id', 'person_id', 'party_id', 'from_day'])
        .doUpdateSet({ part: membership.part ?? 'owner', until_day: membership.until ?? null }),
    )
    .execute()
}

/** The people the demo's door offers; ask as the machine, since visitors see no people. */
export async function listDemoPeople(tx: ReadTx): Promise<DemoPerson[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('people')
    .select(['login', 'name', 'demo_note'])
    .where('zone_id', '=', tx.zone)
    .where('demo_note', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.flatMap(({ login, name, demo_note }) =>
    demo_note ? [{ login, name, ...demo_note }] : [],
  )
}

/** Logins differ neither in case nor in the spaces around them. */
export function normalLogin(login: string): string {
  return login.trim().normalize('NFKC').toLowerCase()
}
