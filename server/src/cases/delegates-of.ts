import { ACTS } from '@banfa/policy/run'
import { listOffices } from '../identity/index.ts'
import type { ReadTx } from '../kernel/index.ts'
import type { OpenCase } from './open-case.ts'
import { officesFor } from './standing.ts'

/** Offices that acts of the city are delegated to see the case once it is at the city. */
export async function delegatesOf(
  tx: ReadTx,
  law: Pick<OpenCase, 'program' | 'service'>,
): Promise<string[]> {
  const keys = ACTS.flatMap((act) => officesFor(law, act))
  const offices = await listOffices(tx)
  return offices
    .filter((office) => office.level === 'delegate' && keys.includes(office.key))
    .map((office) => office.id)
}
