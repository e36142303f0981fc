import {
  type Actor,
  type Kernel,
  type PartyId,
  type PersonId,
  type ReadTx,
  reader,
  record,
  refusal,
  type WriteTx,
} from '../../kernel/index.ts'
import { type PasswordRules, refusePassword } from '../password-rules.ts'
import { addMembership, registerPerson, setPassword } from '../people.ts'
import { DOORKEEPER, openSession, type Session } from '../session.ts'
import type { Tables } from '../tables.ts'
import { findOpen, markUsed, type OpenInvitation } from './invitation-store.ts'

/** What an invitation says before it is taken: for whom, to what. */
export type InvitationShown = {
  readonly invited: string
  readonly kind: 'password' | 'party'
  readonly party: PartyId | null
  readonly part: 'owner' | 'editor' | 'viewer' | null
  /** The login, where the link is for somebody who is known already. */
  readonly login: string | null
  readonly until: string
}

/** Refuses `identity.invitation.not-found` alike for a made-up, used, withdrawn and late one. */
export function viewInvitation(kernel: Kernel, token: string): Promise<InvitationShown> {
  return kernel.reading(DOORKEEPER, async (tx) => {
    const open = (await findOpen(tx, token)) ?? refusal('identity.invitation.not-found')
    return {
      invited: open.invited,
      kind: open.person_id ? 'password' : 'party',
      party: open.party_id,
      part: open.part,
      login: open.person_id ? (await selfOf(tx, open.person_id)).login : null,
      until: open.until,
    }
  })
}

export type Joining = {
  readonly token: string
  /** Of a new person; somebody signed in needs none of it. */
  readonly login?: string | undefined
  readonly name?: string | undefined
  readonly password?: string | undefined
  readonly rules: PasswordRules
  readonly device: string
}

/**
 * Takes an invitation: chooses the password of a known person, or acts for an organisation from
 * today, as the person signed in or as a new one. Opens a session for who was not signed in; null for
 * who was.
 */
export async function takeInvitation(
  kernel: Kernel,
  actor: Actor,
  given: Joining,
): Promise<Session | null> {
  const open = await kernel.reading(DOORKEEPER, (tx) => findOpen(tx, given.token))
  if (!open) return refusal('identity.invitation.not-found')
  if (open.person_id) return choosePassword(kernel, { open, person: open.person_id }, given)
  if (actor.kind === 'person') {
    await kernel.writing(DOORKEEPER, (tx) => join(tx, open, actor.person))
    return null
  }
  return joinAnew(kernel, open, given)
}

async function choosePassword(
  kernel: Kernel,
  { open, person }: { readonly open: OpenInvitation; readonly person: PersonId },
  { password = '', rules, device }: Joining,
): Promise<Session> {
  const self = await kernel.reading(DOORKEEPER, (tx) => selfOf(tx, person))
  await refusePassword(password, rules, self)
  return kernel.writing(DOORKEEPER, async (tx) => {
    await use(tx, open, person)
    await setPassword(tx, person, password)
    await record(tx, {
      act: 'sign-in.password-chosen',
      subject: { kind: 'person', id: person },
      readers: [person],
    })
    return openSession(tx, person, { way: 'password', device })
  })
}

async function joinAnew(kernel: Kernel, open: OpenInvitation, given: Joining): Promise<Session> {
  const { login = '', name = '', password = '', rules, device } = given
  if (login.length < 3) refusal('identity.login-short', {}, { field: 'login' })
  if (name === '') refusal('identity.name-missing', {}, { field: 'name' })
  await refusePassword(password, rules, { login, name })
  return kernel.writing(DOORKEEPER, async (tx) => {
    const person = await registerPerson(tx, { login, name, password })
    await join(tx, open, person)
    return openSession(tx, person, { way: 'password', device })
  })
}

async function join(tx: WriteTx, open: OpenInvitation, person: PersonId): Promise<void> {
  const { party_id: party, part } = open
  if (!party || !part) throw new Error('an invitation to nothing')
  const known = await reader<Tables>(tx)
    .selectFrom('memberships')
    .select('part')
    .where('zone_id', '=', tx.zone)
    .where('party_id', '=', party)
    .where('person_id', '=', person)
    .where((one) => one.or([one('until_day', 'is', null), one('until_day', '>=', tx.today)]))
    .executeTakeFirst()
  if (known) refusal('identity.member.already')
  await use(tx, open, person)
  await addMembership(tx, { person, party, part, from: tx.today })
  await record(tx, {
    act: 'member.join',
    subject: { kind: 'party', id: party },
    onBehalfOf: party,
    detail: { invitation: open.id, person, part },
    readers: [party],
  })
}

async function use(tx: WriteTx, open: OpenInvitation, by: PersonId): Promise<void> {
  if (!(await markUsed(tx, open.id, by))) refusal('identity.invitation.not-found')
}

async function selfOf(tx: ReadTx, person: PersonId) {
  return reader<Tables>(tx)
    .selectFrom('people')
    .select(['login', 'name'])
    .where('zone_id', '=', tx.zone)
    .where('id', '=', person)
    .executeTakeFirstOrThrow()
}
