import { newId, record, refusal, sealRows, type WriteTx } from '../kernel/index.ts'
import type { Bar, NewBar } from './recognition.ts'
import { BARS } from './sealed.ts'
import { insertBar } from './standing-store.ts'

/** Bars a party from applying, both days included; the article comes from the sanction. */
export async function imposeBar(tx: WriteTx, input: NewBar): Promise<Bar> {
  if (input.until < input.from) {
    refusal('registries.backward-bar', { from: input.from, until: input.until }, { field: 'until' })
  }
  const bar: Bar = { ...input, id: newId<Bar['id']>(), lifted: null }
  await insertBar(tx, bar)
  await sealRows(tx, BARS, [bar.id])
  await record(tx, {
    act: 'bar.impose',
    subject: { kind: 'party', id: bar.party },
    cite: bar.cite,
    reason: bar.reason,
    detail: { from: bar.from, until: bar.until, services: bar.services },
  })
  return bar
}
