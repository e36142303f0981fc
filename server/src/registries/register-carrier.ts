import { newId, type Post, record, refusal, type WriteTx } from '../kernel/index.ts'
import { getParty } from './get-party.ts'
import type { Carrier, CarrierId } from './party.ts'
import { insertCarrier } from './registries-store.ts'

/** Enters a carrier (孵化载体) under the party that operates it. */
export async function registerCarrier(
  tx: WriteTx,
  { as = null, ...input }: Omit<Carrier, 'id'> & { readonly as?: Post | null },
): Promise<Carrier> {
  const operator = await getParty(tx, input.operator)
  const carrier = { ...input, id: newId<CarrierId>() }
  if (!(await insertCarrier(tx, carrier))) {
    refusal('registries.carrier-already', { name: input.name, operator: operator.name })
  }
  await record(tx, {
    act: 'carrier.register',
    subject: { kind: 'party', id: operator.id },
    as,
    detail: { carrier: carrier.id, name: carrier.name, kind: carrier.kind },
  })
  return carrier
}
