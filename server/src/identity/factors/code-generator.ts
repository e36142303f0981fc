import { Secret, TOTP } from 'otpauth'
import {
  type Instant,
  instant,
  type PersonId,
  type ReadTx,
  reader,
  refusal,
  secondsBetween,
  type WriteTx,
  writer,
} from '../../kernel/index.ts'
import type { SecretBox } from '../secret-box.ts'
import type { Tables } from '../tables.ts'

/** What is shown once, to be read into a generator of codes (RFC 6238: SHA-1, 6 digits, 30 seconds). */
export type GeneratorSetUp = { readonly secret: string; readonly uri: string }

const PERIOD = 30
const EPOCH = instant('1970-01-01T00:00:00Z')

/** Gives a person a new secret; it counts once a code of it was shown. Refuses `identity.code-already`. */
export async function beginGenerator(
  tx: WriteTx,
  of: { readonly person: PersonId; readonly login: string },
  secrets: SecretBox,
): Promise<GeneratorSetUp> {
  const known = await findGenerator(tx, of.person)
  if (known?.isConfirmed) refusal('identity.code-already')
  const secret = new Secret({ size: 20 })
  const sealed = secrets.seal(secret.base32, of.person)
  await writer<Tables>(tx)
    .insertInto('code_secrets')
    .values({ zone_id: tx.zone, person_id: of.person, sealed, confirmed_at: null })
    .onConflict((conflict) =>
      conflict.columns(['zone_id', 'person_id']).doUpdateSet({ sealed, confirmed_at: null }),
    )
    .execute()
  const uri = generatorOf(secret, of.login).toString()
  return { secret: secret.base32, uri }
}

/** The first right code makes the generator count. Refuses `identity.wrong-code`. */
export async function confirmGenerator(
  tx: WriteTx,
  given: { readonly person: PersonId; readonly code: string },
  secrets: SecretBox,
): Promise<void> {
  const isRight = await useCode(tx, given, secrets)
  if (!isRight) refusal('identity.wrong-code', {}, { field: 'code' })
  await writer<Tables>(tx)
    .updateTable('code_secrets')
    .set({ confirmed_at: tx.now })
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', given.person)
    .execute()
}

/** Whether it is the code of this moment, a step early or late; a code is right once only. */
export async function useCode(
  tx: WriteTx,
  { person, code }: { readonly person: PersonId; readonly code: string },
  secrets: SecretBox,
): Promise<boolean> {
  const known = await findGenerator(tx, person)
  if (!known || !/^\d{6}$/.test(code)) return false
  const secret = Secret.fromBase32(secrets.open(known.sealed, person))
  const timestamp = Math.floor(secondsBetween(EPOCH, tx.now) * 1000)
  const off = generatorOf(secret, '').validate({ token: code, timestamp, window: 1 })
  if (off === null) return false
  const step = Math.floor(timestamp / 1000 / PERIOD) + off
  const used = await writer<Tables>(tx)
    .updateTable('code_secrets')
    .set({ last_step: String(step) })
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .where('last_step', '<', String(step))
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

export async function hasGenerator(tx: ReadTx, person: PersonId): Promise<boolean> {
  return (await findGenerator(tx, person))?.isConfirmed ?? false
}

export async function dropGenerator(tx: WriteTx, person: PersonId): Promise<void> {
  await writer<Tables>(tx)
    .deleteFrom('code_secrets')
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .execute()
}

/** @internal the code a generator shows at an instant, as an app on a phone works it out. */
export function codeAt(secret: string, at: Instant): string {
  const timestamp = Math.floor(secondsBetween(EPOCH, at) * 1000)
  return generatorOf(Secret.fromBase32(secret), '').generate({ timestamp })
}

function generatorOf(secret: Secret, label: string): TOTP {
  return new TOTP({
    issuer: 'Banfa',
    label: label || 'x',
    secret,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
  })
}

async function findGenerator(tx: ReadTx, person: PersonId) {
  const row = await reader<Tables>(tx)
    .selectFrom('code_secrets')
    .select(['sealed', 'confirmed_at'])
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row ? { sealed: row.sealed, isConfirmed: row.confirmed_at !== null } : null
}
