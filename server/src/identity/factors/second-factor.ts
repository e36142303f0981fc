import { type PersonId, refusal, type WriteTx } from '../../kernel/index.ts'
import type { SecretBox } from '../secret-box.ts'
import type { SignInWay } from '../tables.ts'
import { hasGenerator, useCode } from './code-generator.ts'
import { useRecoveryCode } from './recovery-codes.ts'

type Given = {
  readonly person: PersonId
  readonly code: string | undefined
  readonly secrets: SecretBox | null
}

/**
 * What a right password still needs: nothing where the person has set up nothing. Refuses
 * `identity.code-needed` and `identity.wrong-code`; a used code stays refused with its transaction.
 */
export async function checkSecondFactor(tx: WriteTx, given: Given): Promise<SignInWay> {
  const { person, secrets } = given
  if (!(await hasGenerator(tx, person))) return 'password'
  const code = given.code?.replaceAll(/\s/g, '') ?? ''
  if (code === '') return refusal('identity.code-needed', {}, { field: 'code' })
  if (!secrets) throw new Error('a second factor is set up, but no key to open its secret')
  if (await useCode(tx, { person, code }, secrets)) return 'code'
  if (await useRecoveryCode(tx, { person, code })) return 'recovery'
  return refusal('identity.wrong-code', {}, { field: 'code' })
}
