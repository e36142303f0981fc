import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type Kernel, newId, type PersonId, refusal } from '../../kernel/index.ts'
import { awaitOnce, seeAgain } from '../awaited.ts'
import { closeSession, DOORKEEPER, type Entry, openSession, type Session } from '../session.ts'
import type { PasskeyId } from '../tables.ts'
import {
  findPasskey,
  insertPasskey,
  isOpenPerson,
  listPasskeys,
  noteUseOfPasskey,
} from './passkey-store.ts'

/** Where the browser stands, as the server knows it: `https://banfa.example`. */
type Origin = string

const ADDING = 'passkey-adding'
const ENTERING = 'passkey-entering'

type Whose = { readonly person: PersonId; readonly login: string; readonly name: string }

/** What the browser needs to make a passkey; the challenge is good once, for five minutes, for this person. */
export async function beginPasskey(kernel: Kernel, whose: Whose, origin: Origin) {
  return kernel.writing(DOORKEEPER, async (tx) => {
    const known = await listPasskeys(tx, whose.person)
    const options = await generateRegistrationOptions({
      rpName: 'Banfa 有办法',
      rpID: hostOf(origin),
      userName: whose.login,
      userDisplayName: whose.name,
      userID: new TextEncoder().encode(whose.person),
      attestationType: 'none',
      excludeCredentials: known.map(({ credential, transports }) => ({
        id: credential,
        transports,
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    await awaitOnce(tx, {
      what: ADDING,
      token: options.challenge,
      person: whose.person,
      content: null,
    })
    return options
  })
}

/** Keeps the passkey the browser made. Refuses `identity.passkey-not-taken`. */
export async function addPasskey(
  kernel: Kernel,
  given: {
    readonly person: PersonId
    readonly name: string
    readonly response: RegistrationResponseJSON
  },
  origin: Origin,
): Promise<void> {
  await kernel.writing(DOORKEEPER, async (tx) => {
    const verified = await verifyRegistrationResponse({
      response: given.response,
      expectedChallenge: async (challenge) =>
        (await seeAgain(tx, { what: ADDING, token: challenge }))?.person === given.person,
      expectedOrigin: origin,
      expectedRPID: hostOf(origin),
    }).catch(notTaken)
    if (!verified.verified) return notTaken()
    const { credential } = verified.registrationInfo
    await insertPasskey(tx, {
      id: newId<PasskeyId>(),
      credential: credential.id,
      person: given.person,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: [...(credential.transports ?? [])],
      name: given.name,
    })
  })
}

/** What the browser needs to ask for any passkey of this place: nobody has to name a login. */
export async function askForPasskey(kernel: Kernel, origin: Origin) {
  return kernel.writing(DOORKEEPER, async (tx) => {
    const rpID = hostOf(origin)
    const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
    await awaitOnce(tx, { what: ENTERING, token: options.challenge, person: null, content: null })
    return options
  })
}

export type PasskeyEntry = Pick<Entry, 'device'> & {
  readonly response: AuthenticationResponseJSON
  readonly previousToken?: string | null
}

/**
 * Opens a session by a passkey, with the person verified by the device. Refuses
 * `identity.passkey-not-taken` alike for an unknown, a foreign, a replayed and a cloned one.
 */
export async function signInByPasskey(
  kernel: Kernel,
  given: PasskeyEntry,
  origin: Origin,
): Promise<Session> {
  return kernel.writing(DOORKEEPER, async (tx) => {
    const known = await findPasskey(tx, given.response.id)
    if (!known || !(await isOpenPerson(tx, known.person))) return notTaken()
    const verified = await verifyAuthenticationResponse({
      response: given.response,
      expectedChallenge: async (challenge) =>
        (await seeAgain(tx, { what: ENTERING, token: challenge })) !== null,
      expectedOrigin: origin,
      expectedRPID: hostOf(origin),
      credential: {
        id: known.credential,
        publicKey: new Uint8Array(Buffer.from(known.publicKey, 'base64url')),
        counter: known.counter,
        transports: known.transports,
      },
    }).catch(notTaken)
    if (!verified.verified) return notTaken()
    await noteUseOfPasskey(tx, known.id, verified.authenticationInfo.newCounter)
    if (given.previousToken) await closeSession(tx, given.previousToken)
    return openSession(tx, known.person, { way: 'passkey', device: given.device })
  })
}

/** Whatever the library says against it, the browser is told one thing. */
function notTaken(): never {
  return refusal('identity.passkey-not-taken')
}

function hostOf(origin: Origin): string {
  return new URL(origin).hostname
}
