import {
  type OfficeId,
  type PersonId,
  reader,
  record,
  refusal,
  takeUp,
  type Words,
  type WriteTx,
  writer,
} from '../../kernel/index.ts'
import { listHeldPosts } from '../offices/post-store.ts'
import { appoint, normalLogin, registerPerson } from '../people.ts'
import { permit } from '../permit.ts'
import type { Tables } from '../tables.ts'
import { type Invited, inviteToSetPassword } from './invitation-store.ts'

export type Admission = {
  readonly login: string
  readonly name: string
  /** What the expert is: 研究员. */
  readonly title: Words
}

/** Who it is, and the link to choose a password by where nobody had that login. */
export type Admitted = { readonly person: PersonId; readonly invited: Invited | null }

/**
 * Seats a person on the panel of experts 专家组: who has the login and the name, or somebody new, who is
 * told a link once. A seat alone shows no case; an assignment does (ADR 0098). Refuses
 * `identity.panel.not-found`, `identity.other-person-conflict` where the login is another name's, and
 * `identity.duties-apart`.
 */
export async function admitExpert(tx: WriteTx, given: Admission): Promise<Admitted> {
  const as = permit(tx.actor, 'expert.manage')
  await takeUp(tx, 'enrol-expert')
  const panel = await getPanel(tx)
  const known = await findKnown(tx, given)
  const { login, name } = given
  const person = known ?? (await registerPerson(tx, { login, name, isExpert: true }))
  if (known) await markExpert(tx, known)
  await seat(tx, { person, panel, title: given.title })
  const invited = known ? null : await inviteToSetPassword(tx, { person, invited: name })
  await record(tx, {
    act: 'expert.admit',
    subject: { kind: 'person', id: person },
    as,
    detail: { login: normalLogin(login), name, office: panel },
    readers: [person],
  })
  return { person, invited }
}

async function getPanel(tx: WriteTx): Promise<OfficeId> {
  const panel = await reader<Tables>(tx)
    .selectFrom('offices')
    .select('id')
    .where('zone_id', '=', tx.zone)
    .where('level', '=', 'experts')
    .where('closed_on', 'is', null)
    .orderBy('key')
    .executeTakeFirst()
  return panel?.id ?? refusal('identity.panel.not-found')
}

async function findKnown(tx: WriteTx, { login, name }: Admission): Promise<PersonId | null> {
  const known = await reader<Tables>(tx)
    .selectFrom('people')
    .select(['id', 'name', 'closed_on'])
    .where('zone_id', '=', tx.zone)
    .where('login', '=', normalLogin(login))
    .executeTakeFirst()
  if (!known) return null
  if (known.closed_on) refusal('identity.person.not-found', {}, { field: 'login' })
  if (known.name !== name.trim()) {
    refusal('identity.other-person-conflict', { login }, { field: 'login' })
  }
  return known.id
}

async function markExpert(tx: WriteTx, person: PersonId): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('people')
    .set({ is_expert: true })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', person)
    .execute()
}

type Seat = { readonly person: PersonId; readonly panel: OfficeId; readonly title: Words }

async function seat(tx: WriteTx, { person, panel, title }: Seat): Promise<void> {
  const held = await listHeldPosts(tx, { person })
  const sits = held.some(
    ({ duties, until }) => duties.includes('review') && (until === null || until >= tx.today),
  )
  if (sits) return
  const role = { zh: `评审专家 · ${title.zh}`, en: `Expert · ${title.en}` }
  await appoint(tx, { person, office: panel, title: role, duties: ['review'], from: tx.today })
}
