import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openZone } from '../../../testing/index.ts'
import { Refusal, reader, type WriteTx } from '../../kernel/index.ts'
import { answerRefusal } from '../refusal-answer.ts'
import { refusals } from '../refusals.ts'
import { outageOf } from './outage.ts'

const lock = (tx: WriteTx, key: number) =>
  sql`select pg_advisory_xact_lock(${key}::bigint)`.execute(reader(tx))

test('two who wait for each other: one goes on, the other is told to try again', async () => {
  const zone = await openZone()
  const held = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
  const holding = (own: 0 | 1, other: 0 | 1) =>
    zone.asSystem(async (tx) => {
      await lock(tx, own)
      held[own].resolve()
      await held[other].promise
      await lock(tx, other)
    })
  const ended = await Promise.allSettled([holding(0, 1), holding(1, 0)])
  const failed = ended.flatMap((one) => (one.status === 'rejected' ? [outageOf(one.reason)] : []))
  expect(failed).toEqual(['http.busy'])
  expect(answerRefusal(new Refusal('http.busy', {}, {}), refusals)).toMatchObject({
    status: 503,
    body: { code: 'http.busy', next: { zh: '请稍候再试' } },
  })
})
