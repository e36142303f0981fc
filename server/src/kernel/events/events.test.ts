import { expect, test } from 'vitest'
import { openZone, type Zone } from '../../../testing/index.ts'
import { announce, deliverEvents, listSetAsideEvents, record, type ZoneEvent } from '../index.ts'

const say = (zone: Zone, type: string, payload = {}) =>
  zone.asSystem((tx) => announce(tx, { type, payload }))

test('an event is heard once, after its transaction, in order, with its key', async () => {
  const zone = await openZone({ today: '2026-03-02' })
  await say(zone, 'case.decided', { number: 1 })
  await say(zone, 'case.decided', { number: 2 })
  await zone
    .asSystem(async (tx) => {
      await announce(tx, { type: 'case.decided', payload: { number: 3 } })
      throw new Error('not after all')
    })
    .catch(() => null)
  const heard: ZoneEvent[] = []
  const handlers = {
    'case.decided': [async (_tx: unknown, event: ZoneEvent) => void heard.push(event)],
  }
  expect(await deliverEvents(zone.kernel, handlers)).toEqual({ delivered: 2, failed: null })
  expect(await deliverEvents(zone.kernel, handlers)).toEqual({ delivered: 0, failed: null })
  expect(heard.map((event) => [event.seq, event.payload, event.on])).toEqual([
    [1, { number: 1 }, '2026-03-02'],
    [2, { number: 2 }, '2026-03-02'],
  ])
  expect(new Set(heard.map((event) => event.id)).size).toBe(2)
})

test('two deliverers at once share the events between them and repeat none', async () => {
  const zone = await openZone()
  for (let number = 0; number < 10; number += 1) await say(zone, 'x', { number })
  const heard: number[] = []
  const handlers = { x: [async (_tx: unknown, event: ZoneEvent) => void heard.push(event.seq)] }
  await Promise.all([deliverEvents(zone.kernel, handlers), deliverEvents(zone.kernel, handlers)])
  expect(heard).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('a listener that fails holds back what follows, leaves no half effect and is tried again', async () => {
  const zone = await openZone()
  await say(zone, 'bad')
  await say(zone, 'good')
  let isMended = false
  const heard: string[] = []
  const handlers = {
    bad: [
      async (tx: Parameters<typeof record>[0]) => {
        await record(tx, { act: 'listen', subject: { kind: 'x', id: '1' } })
        if (!isMended) throw new Error('not yet')
      },
    ],
    good: [async () => void heard.push('good')],
  }
  const round = await deliverEvents(zone.kernel, handlers)
  expect([round.delivered, round.failed?.type, heard]).toEqual([0, 'bad', []])
  isMended = true
  expect(await deliverEvents(zone.kernel, handlers)).toEqual({ delivered: 2, failed: null })
})

test('an event that fails eight times is set aside for a person, and the rest go on', async () => {
  const zone = await openZone()
  await say(zone, 'bad')
  await say(zone, 'good')
  const handlers = {
    bad: [
      async () => {
        throw new Error('never')
      },
    ],
  }
  for (let round = 1; round <= 8; round += 1) await deliverEvents(zone.kernel, handlers)
  expect(await deliverEvents(zone.kernel, handlers)).toEqual({ delivered: 1, failed: null })
  expect(await zone.asSystem(listSetAsideEvents)).toEqual([
    { seq: 1, type: 'bad', attempts: 8, error: 'Error: never' },
  ])
})
