import type { Selectable } from 'kysely'
import {
  type Instant,
  instant,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
  type ZoneId,
} from '../../kernel/index.ts'
import type { NewKey, PublicKey } from './key-ring.ts'

type Tables = {
  signing_keys: {
    zone_id: ZoneId
    kid: string
    public_key: string
    valid_from: Instant
    valid_until: Instant | null
    revoked_at: Instant | null
    revoked_reason: string | null
  }
}

/** A published key: who signed when can be told from it, long after it has ended. */
export type SigningKey = {
  readonly kid: string
  readonly publicKey: PublicKey
  readonly validFrom: Instant
  /** The instant the next key took over; null for the one that signs now. */
  readonly validUntil: Instant | null
  /** From then on nothing it signed counts, whenever it says it was signed. */
  readonly revokedAt: Instant | null
  readonly revokedReason: string | null
}

/** Newest first. */
export async function selectKeys(tx: ReadTx): Promise<SigningKey[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('signing_keys')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .orderBy('valid_from', 'desc')
    .orderBy('kid')
    .execute()
  return rows.map(toKey)
}

export async function insertKey(tx: WriteTx, { kid, publicKey }: NewKey): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('signing_keys')
    .values({
      zone_id: tx.zone,
      kid,
      public_key: publicKey.x,
      valid_from: tx.now,
      valid_until: null,
      revoked_at: null,
      revoked_reason: null,
    })
    .execute()
}

/** Ends every key that still signs, now. */
export async function endKeys(tx: WriteTx): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('signing_keys')
    .set({ valid_until: tx.now })
    .where('zone_id', '=', tx.zone)
    .where('valid_until', 'is', null)
    .execute()
}

/** False when there is no such key, or it was revoked before. */
export async function writeKeyRevocation(
  tx: WriteTx,
  { kid, reason }: { readonly kid: string; readonly reason: string },
): Promise<boolean> {
  const answer = await writer<Tables>(tx)
    .updateTable('signing_keys')
    .set({ revoked_at: tx.now, revoked_reason: reason })
    .where('zone_id', '=', tx.zone)
    .where('kid', '=', kid)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return answer.numUpdatedRows === 1n
}

const at = (written: Instant | null) => written && instant(String(written))

function toKey(row: Selectable<Tables['signing_keys']>): SigningKey {
  return {
    kid: row.kid,
    publicKey: { kty: 'OKP', crv: 'Ed25519', x: row.public_key },
    validFrom: instant(String(row.valid_from)),
    validUntil: at(row.valid_until),
    revokedAt: at(row.revoked_at),
    revokedReason: row.revoked_reason,
  }
}
