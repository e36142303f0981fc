import { type ReadTx, reader, type WriteTx, writer } from '../kernel/index.ts'
import type { CaseId } from './ids.ts'
import type { Tables } from './tables.ts'

/** The fields a save was told to leave, when it was taken before; undefined for a new one. */
export async function findSave(
  tx: ReadTx,
  id: CaseId,
  save: string,
): Promise<readonly string[] | undefined> {
  const row = await reader<Tables>(tx)
    .selectFrom('draft_saves')
    .select('rejected')
    .where('zone_id', '=', tx.zone)
    .where('case_id', '=', id)
    .where('save_id', '=', save)
    .executeTakeFirst()
  return row?.rejected
}

export async function insertSave(
  tx: WriteTx,
  of: { readonly caseId: CaseId; readonly save: string; readonly rejected: readonly string[] },
): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('draft_saves')
    .values({
      zone_id: tx.zone,
      case_id: of.caseId,
      save_id: of.save,
      rejected: [...of.rejected],
      saved_on: tx.today,
    })
    .execute()
}
