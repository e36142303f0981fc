import { type Entry, listRecord, type ReadTx } from '../../kernel/index.ts'
import type { CaseId } from '../ids.ts'
import type { MigrationDone, MigrationId } from './migration.ts'
import { permitMigration } from './permit-migration.ts'

type Detail = { readonly migration: MigrationId; readonly cases: readonly CaseId[] }

/** The migrations of a measure's open cases, the newest first, read off the record. */
export async function listMigrations(tx: ReadTx, pack: string): Promise<MigrationDone[]> {
  await permitMigration(tx, pack)
  const entries = await listRecord(tx, { kind: 'measure', id: pack })
  const undone = Map.groupBy(
    entries.filter((one) => one.act === 'measure.undo-migration'),
    (one) => detailOf(one).migration,
  )
  return entries
    .filter((one) => one.act === 'measure.migrate')
    .map((one) => presented(one, undone.get(detailOf(one).migration) ?? []))
    .toReversed()
}

const detailOf = (entry: Entry) => entry.detail as unknown as Detail & { readonly to: string }

function presented(entry: Entry, undoing: readonly Entry[]): MigrationDone {
  const { migration: id, to, cases } = detailOf(entry)
  const { on, actor, reason, cite } = entry
  const undone = undoing.flatMap((one) => detailOf(one).cases)
  return { id, to, on, by: actor.name, reason: reason ?? '', cite, cases, undone }
}
