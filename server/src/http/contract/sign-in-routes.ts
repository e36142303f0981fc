import * as i from './inputs.ts'
import * as p from './people.ts'
import { caseId, type Route } from './route.ts'
import * as s from './sign-in.ts'

export const sessionRoutes = {
  viewSession: {
    method: 'GET',
    url: '/api/session',
    right: 'session.open',
    says: 'Who is signed in',
    answer: p.SessionView,
  },
  signIn: {
    method: 'POST',
    url: '/api/session',
    right: 'session.open',
    says: 'Sign in',
    body: i.SignInInput,
    answer: p.SessionView,
  },
  signOut: {
    method: 'DELETE',
    url: '/api/session',
    right: 'session.open',
    says: 'Sign out',
    answer: p.SessionView,
  },
  askForPasskey: {
    method: 'POST',
    url: '/api/session/passkey/question',
    right: 'session.open',
    says: 'What the browser needs to sign in by a passkey',
    answer: s.PasskeyQuestion,
  },
  signInByPasskey: {
    method: 'POST',
    url: '/api/session/passkey',
    right: 'session.open',
    says: 'Sign in by a passkey',
    body: s.PasskeyInput,
    answer: p.SessionView,
  },
  beginSignOn: {
    method: 'POST',
    url: '/api/sign-on',
    right: 'session.open',
    says: 'Where to sign on at the provider of OpenID Connect, or to bind it to oneself',
    body: s.SignOnInput,
    answer: s.SignOnPlace,
  },
  endSignOn: {
    method: 'POST',
    url: '/api/sign-on/answer',
    right: 'session.open',
    says: 'Bring back what the provider answered',
    body: s.SignOnAnswer,
    answer: s.SignedOn,
  },
} as const satisfies Record<string, Route>

/** One's own ways of signing in: whoever is signed in, about nobody else. */
export const ownSignInRoutes = {
  viewOwnSignIn: {
    method: 'GET',
    url: '/api/me/sign-in',
    right: 'self.sign-in',
    says: 'My ways of signing in and my sessions',
    answer: s.OwnSignInView,
  },
  changePassword: {
    method: 'POST',
    url: '/api/me/password',
    right: 'self.sign-in',
    says: 'Change my password; my other sessions end',
    body: s.ChangePasswordInput,
    answer: s.OwnSignInView,
  },
  setUpGenerator: {
    method: 'POST',
    url: '/api/me/generator',
    right: 'self.sign-in',
    says: 'A new secret for a generator of codes, shown once',
    answer: s.GeneratorView,
  },
  takeGenerator: {
    method: 'PUT',
    url: '/api/me/generator',
    right: 'self.sign-in',
    says: 'Confirm the generator by a code; the recovery codes come back',
    body: s.CodeInput,
    answer: s.RecoveryCodes,
  },
  removeGenerator: {
    method: 'DELETE',
    url: '/api/me/generator',
    right: 'self.sign-in',
    says: 'Do without the generator',
    answer: s.OwnSignInView,
  },
  renewRecoveryCodes: {
    method: 'POST',
    url: '/api/me/recovery-codes',
    right: 'self.sign-in',
    says: 'New recovery codes; the old ones end',
    answer: s.RecoveryCodes,
  },
  setUpPasskey: {
    method: 'POST',
    url: '/api/me/passkeys/question',
    right: 'self.sign-in',
    says: 'What the browser needs to make a passkey',
    answer: s.PasskeyQuestion,
  },
  takePasskey: {
    method: 'POST',
    url: '/api/me/passkeys',
    right: 'self.sign-in',
    says: 'Keep the passkey the browser made',
    body: s.NewPasskeyInput,
    answer: s.OwnSignInView,
  },
  removePasskey: {
    method: 'DELETE',
    url: '/api/me/passkeys/:id',
    right: 'self.sign-in',
    says: 'Forget a passkey',
    params: caseId,
    answer: s.OwnSignInView,
  },
  unbindProvider: {
    method: 'POST',
    url: '/api/me/providers/unbind',
    right: 'self.sign-in',
    says: 'The provider no longer stands for me',
    body: s.UnbindInput,
    answer: s.OwnSignInView,
  },
  endOwnSession: {
    method: 'DELETE',
    url: '/api/me/sessions/:id',
    right: 'self.sign-in',
    says: 'End one of my sessions',
    params: caseId,
    answer: s.OwnSignInView,
  },
} as const satisfies Record<string, Route>
