import { randomInt } from 'node:crypto'
import {
  type PersonId,
  type ReadTx,
  reader,
  sha256,
  type WriteTx,
  writer,
} from '../../kernel/index.ts'
import type { Tables } from '../tables.ts'

const HOW_MANY = 10
/** Without signs that look like others; 16 of 30 are 78 bits. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Ten new codes, each good once; the old ones are worth nothing. They are told this one time. */
export async function makeRecoveryCodes(tx: WriteTx, person: PersonId): Promise<string[]> {
  await dropRecoveryCodes(tx, person)
  const codes = Array.from({ length: HOW_MANY }, aCode)
  await writer<Tables>(tx)
    .insertInto('recovery_codes')
    .values(
      codes.map((code) => ({
        zone_id: tx.zone,
        person_id: person,
        code_hash: hashOf(person, code),
      })),
    )
    .execute()
  return codes
}

/** Whether it is one of the person's codes; it is then used up. */
export async function useRecoveryCode(
  tx: WriteTx,
  { person, code }: { readonly person: PersonId; readonly code: string },
): Promise<boolean> {
  const used = await writer<Tables>(tx)
    .updateTable('recovery_codes')
    .set({ used_at: tx.now })
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .where('code_hash', '=', hashOf(person, code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

export async function countRecoveryCodes(tx: ReadTx, person: PersonId): Promise<number> {
  const row = await reader<Tables>(tx)
    .selectFrom('recovery_codes')
    .select((count) => count.fn.countAll<string>().as('left'))
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.left)
}

export async function dropRecoveryCodes(tx: WriteTx, person: PersonId): Promise<void> {
  await writer<Tables>(tx)
    .deleteFrom('recovery_codes')
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .execute()
}

function aCode(): string {
  const signs = Array.from({ length: 16 }, () => SIGNS[randomInt(SIGNS.length)])
  return signs.join('').replaceAll(/(.{4})(?!$)/g, '$1-')
}

/** However it was typed: case, spaces and strokes do not matter. */
function hashOf(person: PersonId, code: string): string {
  return sha256(
    `${person} ${code
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/g, '')}`,
  )
}
