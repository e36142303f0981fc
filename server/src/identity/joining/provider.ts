import * as oidc from 'openid-client'
import { type Actor, type Kernel, type PersonId, record, refusal } from '../../kernel/index.ts'
import { awaitOnce, seeAgain } from '../awaited.ts'
import { isOpenPerson } from '../factors/passkey-store.ts'
import { closeSession, DOORKEEPER, openSession, providerTokenOf, type Session } from '../session.ts'
import { bindSubject, findBound, type Subject, unbindSubjects } from './provider-store.ts'

/** A provider of OpenID Connect 1.0 as the operator configured it. */
export type ProviderSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the button says. */
  readonly title: string
  /** Only for tests and a provider on the same machine. */
  readonly allowHttp: boolean
}

export type Provider = {
  readonly title: string
  readonly issuer: string
  /** Asked of the provider at the first use, and again after it could not be reached. */
  configuration(): Promise<oidc.Configuration>
}

export function openProvider(settings: ProviderSettings): Provider {
  let found: Promise<oidc.Configuration> | null = null
  const options = settings.allowHttp ? { execute: [oidc.allowInsecureRequests] } : {}
  return {
    title: settings.title,
    issuer: settings.issuer,
    configuration: () => {
      found ??= oidc
        .discovery(
          new URL(settings.issuer),
          settings.clientId,
          settings.clientSecret,
          undefined,
          options,
        )
        .catch((): never => {
          found = null
          return refusal('identity.provider-unreached')
        })
      return found
    },
  }
}

/** Where a sign-on goes: for a session, or to bind the provider's subject to who is signed in. */
type Waiting = { readonly verifier: string; readonly nonce: string; readonly back: string }
const WHAT = 'provider'

/**
 * The provider's page to go to (authorisation code with PKCE S256, state, nonce) and the state, which
 * the browser must bring back in a cookie of its own.
 */
export async function beginSignOn(
  kernel: Kernel,
  provider: Provider,
  asked: { readonly actor: Actor; readonly callback: string; readonly back: string },
): Promise<{ readonly url: string; readonly state: string }> {
  const configuration = await provider.configuration()
  const verifier = oidc.randomPKCECodeVerifier()
  const nonce = oidc.randomNonce()
  const state = oidc.randomState()
  const content: Waiting = { verifier, nonce, back: asked.back }
  const person = asked.actor.kind === 'person' ? asked.actor.person : null
  await kernel.writing(DOORKEEPER, (tx) =>
    awaitOnce(tx, { what: WHAT, token: state, person, content, seconds: 10 * 60 }),
  )
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: asked.callback,
    scope: 'openid',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
  return { url: url.href, state }
}

export type SignedOn = { readonly session: Session | null; readonly back: string }
export type ComingBack = {
  /** The whole address the provider sent the browser to. */
  readonly url: string
  /** The state the browser itself kept: somebody else's link brings none. */
  readonly state: string | null
  readonly device: string
  readonly previousToken: string | null
}

/**
 * Takes the provider's answer. Who began it signed in gets the subject bound to themselves; who was
 * not is signed in as the person the verified pair of issuer and subject is bound to. Refuses
 * `identity.provider-not-taken`, `identity.provider-unbound`, `identity.provider-bound-already`.
 */
export async function endSignOn(
  kernel: Kernel,
  provider: Provider,
  given: ComingBack,
): Promise<SignedOn> {
  const { state } = given
  if (!state) return refusal('identity.provider-not-taken')
  const waited = await kernel.writing(DOORKEEPER, (tx) =>
    seeAgain(tx, { what: WHAT, token: state }),
  )
  if (!waited) return refusal('identity.provider-not-taken')
  const { verifier, nonce, back } = waited.content as unknown as Waiting
  const tokens = await oidc
    .authorizationCodeGrant(await provider.configuration(), new URL(given.url), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    })
    .catch((): never => refusal('identity.provider-not-taken'))
  const claims = tokens.claims()
  if (!claims) return refusal('identity.provider-not-taken')
  const subject = { issuer: claims.iss, subject: claims.sub }
  if (waited.person) {
    await bind(kernel, waited.person, subject)
    return { session: null, back }
  }
  return { session: await enterAs(kernel, subject, { ...given, idToken: tokens.id_token }), back }
}

async function bind(kernel: Kernel, person: PersonId, subject: Subject) {
  await kernel.writing(DOORKEEPER, async (tx) => {
    if (!(await bindSubject(tx, person, subject))) refusal('identity.provider-bound-already')
    await record(tx, {
      act: 'sign-in.provider-bound',
      subject: { kind: 'person', id: person },
      detail: { issuer: subject.issuer },
      readers: [person],
    })
  })
}

function enterAs(
  kernel: Kernel,
  subject: Subject,
  given: ComingBack & { readonly idToken: string | undefined },
): Promise<Session> {
  return kernel.writing(DOORKEEPER, async (tx) => {
    const person = await findBound(tx, subject)
    if (!person || !(await isOpenPerson(tx, person))) return refusal('identity.provider-unbound')
    if (given.previousToken) await closeSession(tx, given.previousToken)
    return openSession(tx, person, {
      way: 'provider',
      device: given.device,
      providerToken: given.idToken ?? null,
    })
  })
}

/**
 * Where the browser ends its sign-on at the provider too, asked before the session is closed; null
 * for a session that did not come from there, and where the provider has no such page.
 */
export async function signOff(
  kernel: Kernel,
  provider: Provider,
  given: { readonly token: string; readonly back: string },
): Promise<string | null> {
  const idToken = await kernel.reading(DOORKEEPER, (tx) => providerTokenOf(tx, given.token))
  if (!idToken) return null
  const configuration = await provider.configuration()
  if (!configuration.serverMetadata().end_session_endpoint) return null
  return oidc.buildEndSessionUrl(configuration, {
    id_token_hint: idToken,
    post_logout_redirect_uri: given.back,
  }).href
}

/** The provider no longer stands for the person. */
export async function unbindProvider(
  kernel: Kernel,
  given: { readonly person: PersonId; readonly issuer: string },
): Promise<void> {
  await kernel.writing(DOORKEEPER, async (tx) => {
    await unbindSubjects(tx, given)
    await record(tx, {
      act: 'sign-in.provider-unbound',
      subject: { kind: 'person', id: given.person },
      detail: { issuer: given.issuer },
      readers: [given.person],
    })
  })
}
