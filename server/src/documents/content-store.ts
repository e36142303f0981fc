import { type ReadTx, reader, type ZoneId } from '../kernel/index.ts'
import type { ScanState } from './folder.ts'

type Tables = {
  attachments: { zone_id: ZoneId; sha256: string; scan: ScanState }
  issued: { zone_id: ZoneId; sha256: string }
}

/** The hashes that rows name: in the storage, and in quarantine. */
export async function selectContentNamed(
  tx: ReadTx,
): Promise<{ readonly files: ReadonlySet<string>; readonly quarantine: ReadonlySet<string> }> {
  const attached = await reader<Tables>(tx)
    .selectFrom('attachments')
    .select(['sha256', 'scan'])
    .where('zone_id', '=', tx.zone)
    .execute()
  const issued = await reader<Tables>(tx)
    .selectFrom('issued')
    .select('sha256')
    .where('zone_id', '=', tx.zone)
    .execute()
  const isHeld = ({ scan }: { scan: ScanState }) => scan === 'waiting' || scan === 'infected'
  const [held, passed] = [attached.filter(isHeld), attached.filter((one) => !isHeld(one))]
  return {
    files: new Set([...passed, ...issued].map((one) => one.sha256)),
    quarantine: new Set(held.map((one) => one.sha256)),
  }
}
