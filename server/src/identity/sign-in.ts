import { type Kernel, type PersonId, type ReadTx, reader, refusal } from '../kernel/index.ts'
import { countAttempt, forgetAttempts } from './attempts.ts'
import { checkSecondFactor } from './factors/second-factor.ts'
import { isPassword } from './password.ts'
import { normalLogin } from './people.ts'
import type { SecretBox } from './secret-box.ts'
import { closeSession, DOORKEEPER, openSession, type Session } from './session.ts'
import type { Tables } from './tables.ts'

export type SignIn = {
  readonly login: string
  readonly password: string
  /** The code of the generator, or a recovery code, where the person has set that up. */
  readonly code?: string | undefined
  /** What the browser calls itself, for the person's own list of sessions. */
  readonly device?: string
  /** The session the browser already has: it ends, so that a token fixed beforehand is worth nothing. */
  readonly previousToken?: string | null
}

/**
 * Opens a session. It takes the kernel, not a transaction, because a failed attempt must stay
 * counted although it is refused: the attempt is committed first, then the password is checked
 * outside any transaction. Refuses `identity.wrong-login` alike for an unknown login and a wrong
 * password, `identity.too-many` while the login must wait, and, after the right password of a
 * person with a second factor, `identity.code-needed` or `identity.wrong-code`.
 */
export async function signIn(
  kernel: Kernel,
  given: SignIn,
  secrets: SecretBox | null = null,
): Promise<Session> {
  const login = normalLogin(given.login)
  await countAttempt(kernel, login)
  const known = await kernel.reading(DOORKEEPER, (tx) => findCredential(tx, login))
  const isRight = await isPassword(known?.passwordHash ?? null, given.password)
  if (!known || !isRight) return refusal('identity.wrong-login')
  return kernel.writing(DOORKEEPER, async (tx) => {
    const way = await checkSecondFactor(tx, { person: known.person, code: given.code, secrets })
    await forgetAttempts(tx, login)
    if (given.previousToken) await closeSession(tx, given.previousToken)
    return openSession(tx, known.person, { way, device: given.device ?? '' })
  })
}

type Credential = { readonly person: PersonId; readonly passwordHash: string }

async function findCredential(tx: ReadTx, login: string): Promise<Credential | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('people')
    .innerJoin('credentials', (join) =>
      join
        .onRef('credentials.zone_id', '=', 'people.zone_id')
        .onRef('credentials.person_id', '=', 'people.id'),
    )
    .select(['people.id', 'credentials.password_hash'])
    .where('people.zone_id', '=', tx.zone)
    .where('people.login', '=', login)
    .where((one) => one.or([one('closed_on', 'is', null), one('closed_on', '>', tx.today)]))
    .executeTakeFirst()
  return row ? { person: row.id, passwordHash: row.password_hash } : null
}
