import { type BoardVerdict, verifyBoard } from '../../cases/index.ts'
import { listAnchors, type RecordVerdict, verifyRecord } from '../../kernel/index.ts'
import { fail, type Out, print } from '../out.ts'
import type { Machine } from '../settings.ts'

/** banfa verify: the record's chain, its anchors outside the database, and the board against the fold. */
export async function verifyOffice(machine: Machine, out: Out): Promise<void> {
  const office = await machine.openOffice({ demo: false })
  try {
    const checked = await office.kernel.reading({ kind: 'system', job: 'verify' }, async (tx) => ({
      record: await verifyRecord(tx, await listAnchors(tx, office.anchors)),
      board: await verifyBoard(tx),
    }))
    const intact = checked.record.intact && checked.board.intact
    const answer = { json: { intact, ...checked }, lines: linesOf(checked) }
    if (intact) print(out, answer)
    else fail(out, answer)
  } finally {
    await office.close()
  }
}

type Checked = { readonly record: RecordVerdict; readonly board: BoardVerdict }

function linesOf({ record, board }: Checked): string[] {
  const chain = record.intact
    ? `记录完整：${record.entries} 条，链首尾相接 (the record is intact: ${record.entries} entries)`
    : `记录在第 ${record.broken.seq} 条处断开：${record.broken.why} (the record breaks at entry ${record.broken.seq})`
  const fold = board.intact
    ? `待办与记录一致：${board.cases} 件 (the board agrees with the record: ${board.cases} cases)`
    : `待办与记录不一致：${board.differs}，${board.why} (the board differs)`
  return [chain, fold]
}
