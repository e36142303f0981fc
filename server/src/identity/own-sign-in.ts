import {
  type Instant,
  type Kernel,
  type PersonActor,
  type PersonId,
  type ReadTx,
  reader,
  record,
  refusal,
  secondsBetween,
  type WriteTx,
} from '../kernel/index.ts'
import { countAttempt, forgetAttempts } from './attempts.ts'
import {
  beginGenerator,
  confirmGenerator,
  dropGenerator,
  type GeneratorSetUp,
  hasGenerator,
} from './factors/code-generator.ts'
import { dropPasskey, listPasskeys } from './factors/passkey-store.ts'
import { addPasskey, beginPasskey } from './factors/passkeys.ts'
import {
  countRecoveryCodes,
  dropRecoveryCodes,
  makeRecoveryCodes,
} from './factors/recovery-codes.ts'
import { listProviders } from './joining/provider-store.ts'
import { endOtherSessions, endSession, listSessions, type OwnSession } from './own-sessions.ts'
import { isPassword } from './password.ts'
import { type PasswordRules, refusePassword } from './password-rules.ts'
import { writePassword } from './people.ts'
import type { SecretBox } from './secret-box.ts'
import { DOORKEEPER } from './session.ts'
import type { PasskeyId, SessionId, Tables } from './tables.ts'

/** Whose sign-in it is, and the session the question came with. */
export type Self = { readonly actor: PersonActor; readonly token: string | null }

/** What a person may see of the own sign-in. */
export type OwnSignIn = {
  readonly login: string
  readonly hasPassword: boolean
  readonly hasGenerator: boolean
  readonly recoveryCodesLeft: number
  readonly passkeys: readonly {
    readonly id: PasskeyId
    readonly name: string
    readonly addedAt: Instant
    readonly usedAt: Instant | null
  }[]
  readonly providers: readonly { readonly issuer: string; readonly boundAt: Instant }[]
  readonly sessions: readonly OwnSession[]
}

/** Ways of signing in are changed only so soon after signing in (NIST SP 800-63B-4 §2.1.3). */
const FRESH_SECONDS = 15 * 60

export function viewOwnSignIn(kernel: Kernel, { actor, token }: Self): Promise<OwnSignIn> {
  const { person } = actor
  return kernel.reading(DOORKEEPER, async (tx) => {
    const { login, passwordHash } = await findSelf(tx, person)
    return {
      login,
      hasPassword: passwordHash !== null,
      hasGenerator: await hasGenerator(tx, person),
      recoveryCodesLeft: await countRecoveryCodes(tx, person),
      passkeys: (await listPasskeys(tx, person)).map(({ id, name, addedAt, usedAt }) => ({
        id,
        name,
        addedAt,
        usedAt,
      })),
      providers: await listProviders(tx, person),
      sessions: await listSessions(tx, { person, token }),
    }
  })
}

type NewPassword = { readonly present: string; readonly password: string }

/**
 * Puts another password in place of the present one and ends the other sessions. Refuses
 * `identity.wrong-present`, `identity.too-many` and what the rules refuse.
 */
export async function changePassword(
  kernel: Kernel,
  self: Self,
  given: NewPassword & { readonly rules: PasswordRules },
): Promise<void> {
  const { person, name } = self.actor
  const { login, passwordHash } = await kernel.reading(DOORKEEPER, (tx) => findSelf(tx, person))
  await countAttempt(kernel, login)
  if (!(await isPassword(passwordHash, given.present))) {
    refusal('identity.wrong-present', {}, { field: 'present' })
  }
  await refusePassword(given.password, given.rules, { login, name })
  await kernel.writing(DOORKEEPER, async (tx) => {
    await forgetAttempts(tx, login)
    await writePassword(tx, person, given.password)
    await endOtherSessions(tx, { person, token: self.token })
    await note(tx, person, 'sign-in.password-changed')
  })
}

/** A new secret for a generator of codes, shown once; it counts once confirmed. */
export function setUpGenerator(
  kernel: Kernel,
  self: Self,
  secrets: SecretBox,
): Promise<GeneratorSetUp> {
  const { person } = self.actor
  return changing(kernel, self, async (tx) => {
    const { login } = await findSelf(tx, person)
    return beginGenerator(tx, { person, login }, secrets)
  })
}

/** Confirms the generator by a code of it and tells the recovery codes, this one time. */
export function takeGenerator(
  kernel: Kernel,
  self: Self,
  given: { readonly code: string; readonly secrets: SecretBox },
): Promise<string[]> {
  const { person } = self.actor
  return changing(kernel, self, async (tx) => {
    await confirmGenerator(tx, { person, code: given.code }, given.secrets)
    await note(tx, person, 'sign-in.code-added')
    return makeRecoveryCodes(tx, person)
  })
}

/** Without the generator the recovery codes go too. */
export function removeGenerator(kernel: Kernel, self: Self): Promise<void> {
  const { person } = self.actor
  return changing(kernel, self, async (tx) => {
    await dropGenerator(tx, person)
    await dropRecoveryCodes(tx, person)
    await note(tx, person, 'sign-in.code-removed')
  })
}

export function renewRecoveryCodes(kernel: Kernel, self: Self): Promise<string[]> {
  const { person } = self.actor
  return changing(kernel, self, async (tx) => {
    if (!(await hasGenerator(tx, person))) refusal('identity.no-generator')
    await note(tx, person, 'sign-in.recovery-codes-renewed')
    return makeRecoveryCodes(tx, person)
  })
}

/** See `beginPasskey`. */
export async function setUpPasskey(kernel: Kernel, self: Self, origin: string) {
  const { person, name } = self.actor
  const { login } = await changing(kernel, self, (tx) => findSelf(tx, person))
  return beginPasskey(kernel, { person, login, name }, origin)
}

type Made = Omit<Parameters<typeof addPasskey>[1], 'person'>

/** See `addPasskey`. */
export async function takePasskey(
  kernel: Kernel,
  self: Self,
  given: { readonly made: Made; readonly origin: string },
): Promise<void> {
  const { person } = self.actor
  await addPasskey(kernel, { ...given.made, person }, given.origin)
  await kernel.writing(DOORKEEPER, (tx) => note(tx, person, 'sign-in.passkey-added'))
}

/** Refuses `identity.passkey.not-found` for one that is not there and for somebody else's alike. */
export function removePasskey(kernel: Kernel, self: Self, id: PasskeyId): Promise<void> {
  const { person } = self.actor
  return changing(kernel, self, async (tx) => {
    if (!(await dropPasskey(tx, { person, id }))) refusal('identity.passkey.not-found')
    await note(tx, person, 'sign-in.passkey-removed')
  })
}

/** Refuses `identity.session.not-found` for one that is over and for somebody else's alike. */
export async function endOwnSession(kernel: Kernel, self: Self, id: SessionId): Promise<void> {
  const { person } = self.actor
  await kernel.writing(DOORKEEPER, async (tx) => {
    if (!(await endSession(tx, { person, id }))) refusal('identity.session.not-found')
  })
}

async function changing<Answer>(
  kernel: Kernel,
  { actor, token }: Self,
  work: (tx: WriteTx) => Promise<Answer>,
): Promise<Answer> {
  return kernel.writing(DOORKEEPER, async (tx) => {
    const { person } = actor
    const here = (await listSessions(tx, { person, token })).find(({ isThis }) => isThis)
    if (!here || secondsBetween(here.openedAt, tx.now) > FRESH_SECONDS) {
      refusal('identity.not-fresh')
    }
    return work(tx)
  })
}

/** On the record under the person's own number, which the person may read. */
async function note(tx: WriteTx, person: PersonId, act: string): Promise<void> {
  await record(tx, { act, subject: { kind: 'person', id: person }, readers: [person] })
}

async function findSelf(tx: ReadTx, person: PersonId) {
  const row = await reader<Tables>(tx)
    .selectFrom('people')
    .leftJoin('credentials', (join) =>
      join
        .onRef('credentials.zone_id', '=', 'people.zone_id')
        .onRef('credentials.person_id', '=', 'people.id'),
    )
    .select(['people.login', 'credentials.password_hash'])
    .where('people.zone_id', '=', tx.zone)
    .where('people.id', '=', person)
    .executeTakeFirst()
  if (!row) return refusal('identity.signed-out')
  return { login: row.login, passwordHash: row.password_hash }
}
