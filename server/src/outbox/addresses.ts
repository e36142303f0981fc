import { randomBytes } from 'node:crypto'
import { permit } from '../identity/index.ts'
import {
  type Actor,
  addSeconds,
  type Kernel,
  newId,
  type PersonActor,
  type PersonId,
  type ReadTx,
  reader,
  refusal,
  sha256,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import { erasePerson } from './erase-person.ts'
import { KIND_NAMES, KINDS, type Told } from './kinds.ts'
import { writeMessage } from './message-store.ts'
import type { Language, Tables } from './tables.ts'
import { wordConfirmation } from './wording.ts'

const EMAIL = 'email'
const TOKEN_SECONDS = 24 * 60 * 60

export type OwnNotifications = {
  /** The confirmed address; null when there is none. */
  readonly email: string | null
  /** An address that waits for its confirmation. */
  readonly pending: string | null
  readonly language: Language
  /** The kinds the person agreed to. */
  readonly kinds: readonly string[]
  /** The kinds that can concern them. */
  readonly offered: readonly { readonly name: string; readonly told: Told }[]
}

/** One's own address and wishes. */
export async function viewOwnNotifications(tx: ReadTx): Promise<OwnNotifications> {
  permit(tx.actor, 'self.notifications')
  const row = await ownRow(tx)
  return {
    email: row?.address ?? null,
    pending: row?.pending ?? null,
    language: row?.language ?? 'zh',
    kinds: row?.kinds ?? [],
    offered: offeredTo(tx.actor as PersonActor),
  }
}

function offeredTo({ posts, parties, isExpert }: PersonActor) {
  const isOffice = posts.some(
    ({ duties }) => duties.includes('handle') || duties.includes('decide'),
  )
  const fits = { party: parties.length > 0, office: isOffice, both: true, expert: isExpert }
  return KINDS.filter(({ told }) => fits[told]).map(({ name, told }) => ({ name, told }))
}

async function ownRow(tx: ReadTx) {
  return reader<Tables>(tx)
    .selectFrom('notification_addresses')
    .select(['address', 'pending', 'language', 'kinds'])
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', own(tx))
    .where('channel', '=', EMAIL)
    .executeTakeFirst()
}

const own = (tx: ReadTx): PersonId => (tx.actor as PersonActor).person

/**
 * Enters an e-mail address and sends it a link good for a day; until that is opened the address
 * before stays in use. Refuses `outbox.email-malformed`.
 * @param address where people reach the product
 */
export async function enterEmail(
  tx: WriteTx,
  { email, language, address }: { email: string; language: Language; address: string },
): Promise<OwnNotifications> {
  permit(tx.actor, 'self.notifications')
  const pending = email.trim()
  if (!/^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:".]+$/.test(pending) || pending.length > 254) {
    refusal('outbox.email-malformed', {}, { field: 'email' })
  }
  const token = randomBytes(24).toString('base64url')
  const entered = {
    pending,
    language,
    token_hash: sha256(token),
    token_until: addSeconds(tx.now, TOKEN_SECONDS),
  }
  await writer<Tables>(tx)
    .insertInto('notification_addresses')
    .values({ zone_id: tx.zone, person_id: own(tx), channel: EMAIL, ...entered })
    .onConflict((one) => one.columns(['zone_id', 'person_id', 'channel']).doUpdateSet(entered))
    .execute()
  await writeMessage(tx, {
    key: `confirm ${newId()}`,
    channel: EMAIL,
    kind: 'address.confirm',
    person: own(tx),
    address: pending,
    ...wordConfirmation(language, `${address}/confirm/${token}`),
  })
  return viewOwnNotifications(tx)
}

const CONFIRMER: Actor = { kind: 'system', job: 'confirm-address' }

/** The link was opened: the address is whoever's entered it. Refuses `outbox.link.not-found`. */
export function confirmEmail(kernel: Kernel, token: string): Promise<void> {
  return kernel.writing(CONFIRMER, async (tx) => {
    const row = await writer<Tables>(tx)
      .selectFrom('notification_addresses')
      .select(['person_id', 'channel', 'pending'])
      .where('zone_id', '=', tx.zone)
      .where('token_hash', '=', sha256(token))
      .where('token_until', '>', tx.now)
      .forUpdate()
      .executeTakeFirst()
    if (!row?.pending) return refusal('outbox.link.not-found')
    await writer<Tables>(tx)
      .updateTable('notification_addresses')
      .set({ address: row.pending, pending: null, token_hash: null, token_until: null })
      .where('zone_id', '=', tx.zone)
      .where('person_id', '=', row.person_id)
      .where('channel', '=', row.channel)
      .execute()
  })
}

/** Agrees to these kinds and to no other, from now on. Refuses `outbox.unknown-kind`. */
export async function chooseKinds(
  tx: WriteTx,
  { kinds, language }: { kinds: readonly string[]; language: Language },
): Promise<OwnNotifications> {
  permit(tx.actor, 'self.notifications')
  const unknown = kinds.filter((kind) => !KIND_NAMES.includes(kind))
  if (unknown.length > 0) refusal('outbox.unknown-kind', { kinds: unknown }, { field: 'kinds' })
  const chosen = { kinds: [...new Set(kinds)], language, agreed_at: tx.now }
  await writer<Tables>(tx)
    .insertInto('notification_addresses')
    .values({ zone_id: tx.zone, person_id: own(tx), channel: EMAIL, ...chosen })
    .onConflict((one) => one.columns(['zone_id', 'person_id', 'channel']).doUpdateSet(chosen))
    .execute()
  return viewOwnNotifications(tx)
}

/** Forgets one's address and wishes, also in what was sent. */
export async function eraseOwn(tx: WriteTx): Promise<OwnNotifications> {
  permit(tx.actor, 'self.notifications')
  await erasePerson(tx, own(tx))
  return viewOwnNotifications(tx)
}
