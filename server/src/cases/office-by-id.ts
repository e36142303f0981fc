import { listOffices, type Office } from '../identity/index.ts'
import type { OfficeId, ReadTx } from '../kernel/index.ts'

export async function officeById(tx: ReadTx, id: OfficeId): Promise<Office | null> {
  return (await listOffices(tx)).find((one) => one.id === id) ?? null
}
