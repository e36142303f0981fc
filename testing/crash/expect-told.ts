import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { type Listeners, stillToTell, TOLD, TOLD_BY_MAIL } from './listeners.ts'
import type { Store } from './stores.ts'

/**
 * The jobs resumed: every event took effect once, whatever was written for others arrived, and
 * nothing was written twice. A sender killed between sending and noting it sends once more under
 * the same id, so there are at most as many repeats as kills.
 */
export async function expectToldOnce(
  { store, listeners }: { readonly store: Store; readonly listeners: Listeners },
  kills: number,
): Promise<void> {
  for (let time = 0; time < 180 && (await stillToTell(store)) > 0; time += 1) await sleep(1_000)
  expect(await stillToTell(store)).toBe(0)
  await expectWebhooks(store, listeners, kills)
  await expectMails(store, listeners, kills)
  const doubled = await store.ask(
    `select payload from events where type = 'clock.reminded' group by payload having count(*) > 1`,
  )
  expect(doubled).toEqual([])
}

async function expectWebhooks(store: Store, listeners: Listeners, kills: number): Promise<void> {
  const missed = await store.ask(
    `select seq from events
     where type = any ($1) and at > (select min(added_at) from webhooks)
       and 1 <> (select count(*) from outgoing_messages m
                 where m.event_id = events.id and m.channel = 'webhook')`,
    [TOLD],
  )
  expect(missed).toEqual([])
  const written = await store.ask<{ id: string }>(
    `select id from outgoing_messages where channel = 'webhook'`,
  )
  const arrived = listeners.arrived()
  expect(written.map(({ id }) => id).filter((id) => !arrived.has(id))).toEqual([])
  expect(arrived.size).toBe(written.length)
  const repeats = [...arrived.values()].reduce((sum, times) => sum + times - 1, 0)
  expect(repeats).toBeLessThanOrEqual(kills)
}

async function expectMails(store: Store, listeners: Listeners, kills: number): Promise<void> {
  const written = await store.ask(
    `select id from outgoing_messages where channel = 'email' and kind = 'case.filed'`,
  )
  const ids = listeners
    .mailsTo(TOLD_BY_MAIL)
    .flatMap((mail) => /^message-id: *(\S+)/im.exec(mail)?.[1] ?? [])
  expect(new Set(ids).size).toBe(written.length + 1)
  expect(ids.length - new Set(ids).size).toBeLessThanOrEqual(kills)
}
