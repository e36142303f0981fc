import { addSeconds, type Kernel, type WriteTx } from '../kernel/index.ts'
import type { Channels, Sent } from './channel.ts'
import { appendAttempt, routeOf, type Taken, takeDue } from './message-store.ts'
import type { AttemptOutcome } from './tables.ts'
import { waitAfter } from './waits.ts'
import { stopSending } from './webhook-store.ts'

const SENDER = { kind: 'system', job: 'deliver-outbox' } as const
/** A round ends after so many, so that other work of the clock has its turn. */
const MOST = 200

/**
 * Delivers what is due: taken in one transaction, sent outside any, what came of it written in
 * another. A process killed in between leaves the message due again after ten minutes, so each is
 * delivered at least once and carries the same id every time.
 * @returns how many attempts were made
 */
export async function deliverDue(kernel: Kernel, channels: Channels): Promise<number> {
  const silent: string[] = []
  for (let made = 0; made < MOST; made += 1) {
    const taken = await kernel.writing(SENDER, (tx) => takeDue(tx, silent))
    if (!taken) return made
    const sent = await send(channels, taken)
    if (sent.isUnreachable) silent.push(routeOf(taken))
    await kernel.writing(SENDER, (tx) => conclude(tx, taken, sent))
  }
  return MOST
}

type Came = Omit<Sent, 'outcome'> & { readonly outcome: AttemptOutcome }

async function send(channels: Channels, taken: Taken): Promise<Came> {
  if (taken.address === '') return { outcome: 'refused', told: 'address erased' }
  const channel = channels[taken.channel]
  if (!channel) return { outcome: 'kept', told: `channel ${taken.channel} is not set up` }
  return channel.send(taken).catch((fault) => ({ outcome: 'delayed', told: String(fault) }))
}

async function conclude(tx: WriteTx, taken: Taken, { outcome, told }: Came): Promise<void> {
  const wait = outcome === 'delayed' ? waitAfter(taken.failedInARow + 1, Math.random()) : null
  const isGivenUp = outcome === 'delayed' && wait === null
  await appendAttempt(tx, {
    id: taken.id,
    ordinal: taken.attempts + 1,
    outcome: isGivenUp ? 'set-aside' : outcome,
    told,
    nextAt: wait === null ? null : addSeconds(tx.now, wait),
  })
  const isGone = outcome === 'refused' && taken.webhook !== null
  if (taken.webhook && (isGivenUp || isGone)) await stopSending(tx, taken.webhook, told)
}
