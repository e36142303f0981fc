import { z } from 'zod'
import { SessionView } from './people.ts'
import { Id, JsonValue, named } from './terms.ts'

const Instant = z.string()
const Password = z.string().min(1).max(200)

export const ChangePasswordInput = named(
  'ChangePassword',
  z.object({ present: Password, password: Password }),
)
export const CodeInput = named('Code', z.object({ code: z.string().trim().min(6).max(40) }))
/** What the browser's authenticator answered (WebAuthn level 3, JSON); checked by the library. */
export const PasskeyAnswer = named(
  'PasskeyAnswer',
  z.object({
    id: z.string().max(2000),
    rawId: z.string().max(2000),
    type: z.literal('public-key'),
    response: z.record(z.string(), JsonValue),
    clientExtensionResults: z.record(z.string(), JsonValue),
    authenticatorAttachment: z.string().max(40).optional(),
  }),
)
export const NewPasskeyInput = named(
  'NewPasskey',
  z.object({ name: z.string().trim().min(1).max(60), answer: PasskeyAnswer }),
)
export const PasskeyInput = named('Passkey', z.object({ answer: PasskeyAnswer }))
/** What the browser hands to its authenticator, as the library made it. */
export const PasskeyQuestion = named('PasskeyQuestion', z.record(z.string(), JsonValue))

/** A path of this product to come back to. */
const Back = z
  .string()
  .regex(/^\/(?![/\\])/)
  .max(400)
export const SignOnInput = named('SignOn', z.object({ back: Back.default('/') }))
export const SignOnPlace = named('SignOnPlace', z.object({ url: z.string() }))
/** The query the provider sent the browser back with, as it stands in the address. */
export const SignOnAnswer = named('SignOnAnswer', z.object({ query: z.string().max(4000) }))
export const SignedOn = named('SignedOn', z.object({ session: SessionView, back: z.string() }))
export const UnbindInput = named('Unbind', z.object({ issuer: z.string().max(400) }))

export const GeneratorView = named(
  'Generator',
  z.object({
    secret: z.string(),
    uri: z.string(),
    /** The URI as a picture to be read by a telephone: a data URL. */
    picture: z.string(),
  }),
)
export const RecoveryCodes = named('RecoveryCodes', z.object({ codes: z.array(z.string()) }))

export const OwnSignInView = named(
  'OwnSignIn',
  z.object({
    login: z.string(),
    hasPassword: z.boolean(),
    hasGenerator: z.boolean(),
    recoveryCodesLeft: z.number().int(),
    passkeys: z.array(
      z.object({ id: Id, name: z.string(), addedAt: Instant, usedAt: Instant.nullable() }),
    ),
    providers: z.array(z.object({ issuer: z.string(), boundAt: Instant })),
    sessions: z.array(
      z.object({
        id: Id,
        way: z.enum(['password', 'code', 'recovery', 'passkey', 'provider']),
        device: z.string(),
        openedAt: Instant,
        seenAt: Instant,
        isThis: z.boolean(),
      }),
    ),
    rules: z.object({ least: z.number().int(), kinds: z.number().int() }),
  }),
)
