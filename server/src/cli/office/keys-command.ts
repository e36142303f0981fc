import {
  listSigningKeys,
  readIssuer,
  revokeSigningKey,
  rotateSigningKey,
  type SigningKey,
} from '../../documents/index.ts'
import type { WriteTx } from '../../kernel/index.ts'
import { type Out, print } from '../out.ts'
import type { Machine } from '../settings.ts'

export type KeysAsked = {
  readonly rotate: boolean
  /** A key to revoke, and why. */
  readonly revoke: string | null
  readonly reason: string
}

/**
 * banfa keys: the keys certificates are signed with; with --rotate a new one from now on, with
 * --revoke one that counts no more. Answers the published document, which --json prints as it is.
 */
export async function tellKeys(machine: Machine, asked: KeysAsked, out: Out): Promise<void> {
  const office = await machine.openOffice({ demo: false })
  const system = { kind: 'system', job: 'keys' } as const
  try {
    if (asked.rotate || asked.revoke !== null) {
      await office.kernel.writing(system, (tx) => change(tx, asked))
    }
    const answer = await office.kernel.reading(system, async (tx) => ({
      json: await readIssuer(tx),
      lines: (await listSigningKeys(tx)).map(line),
    }))
    print(out, { ...answer, lines: answer.lines.length > 0 ? answer.lines : [NONE] })
  } finally {
    await office.close()
  }
}

const NONE = '还没有密钥，首次发证时产生 (no key yet; the first certificate makes one)'

async function change(tx: WriteTx, { revoke, reason }: KeysAsked): Promise<void> {
  if (revoke !== null) await revokeSigningKey(tx, { kid: revoke, reason })
  else await rotateSigningKey(tx)
}

function line({ kid, validFrom, validUntil, revokedAt, revokedReason }: SigningKey): string {
  const until = validUntil ?? '今 (now)'
  const state = revokedAt ? `　作废于 ${revokedAt}：${revokedReason} (revoked)` : ''
  return `${kid}　${validFrom} — ${until}${state}`
}
