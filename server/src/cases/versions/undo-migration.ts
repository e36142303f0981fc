import { listMovements, type Moved } from '../../clocks/index.ts'
import { type Entry, type ReadTx, record, refusal, type WriteTx } from '../../kernel/index.ts'
import { foldCase, type GoverningText } from '../case.ts'
import { isTextMove, textMoved } from '../happened.ts'
import type { CaseId } from '../ids.ts'
import { lockCase, type OpenCase } from '../open-case.ts'
import { entryTitle } from '../view-acts.ts'
import { listMigrations } from './list-migrations.ts'
import { refuseReasonless } from './migrate-cases.ts'
import type { Migrated, MigrationDone, MovedLine, Stop, UndoInput } from './migration.ts'
import { moveText } from './move-text.ts'
import { permitMigration } from './permit-migration.ts'

/**
 * Takes a migration back: every case of it that nothing has happened to since stands as it stood
 * before, version, step and due day; the lines name those that stay and what happened to them.
 * Refuses `case.migration-not-found`, `case.migration-reason-missing`, and `case.migration-empty`
 * when no case of it can be put back.
 */
export async function undoMigration(tx: WriteTx, input: UndoInput): Promise<Migrated> {
  const as = await permitMigration(tx, input.pack)
  const reason = refuseReasonless(input.reason)
  const done = await getMigration(tx, input)
  const tried = []
  for (const id of done.cases.toSorted()) tried.push(await tryBack(tx, id, done))
  const back = tried.filter(({ line }) => line.stop === null)
  if (back.length === 0) {
    const says = tried[0]?.line.stop?.says
    refusal('case.migration-empty', {}, { field: 'cases', ...(says ? { next: says } : {}) })
  }
  for (const { open, movements, text } of back) {
    const to = text?.version ?? open.call.version
    const detail = { migration: done.id, from: open.program.version, to, text }
    const of = { board: { ...open.board, state: open.state }, movements }
    await moveText(tx, of, { act: 'version.restore', as, reason, cite: done.cite, detail })
  }
  await record(tx, {
    act: 'measure.undo-migration',
    subject: { kind: 'measure', id: input.pack },
    as,
    reason,
    detail: { migration: done.id, cases: back.map(({ line }) => line.caseId) },
  })
  return { id: done.id, lines: tried.map(({ line }) => line) }
}

async function getMigration(tx: ReadTx, { pack, migration }: UndoInput): Promise<MigrationDone> {
  const done = (await listMigrations(tx, pack)).find((one) => one.id === migration)
  return done ?? refusal('case.migration-not-found')
}

async function tryBack(tx: WriteTx, id: CaseId, { id: migration }: MigrationDone) {
  const open = await lockCase(tx, id)
  const movements = await listMovements(tx, id)
  const at = standingMove(open.entries)
  const moved = open.entries[at]
  const stop =
    moved && textMoved(moved).migration === migration
      ? clockMoved(moved, movements)
      : happenedSince(open, migration)
  const { number, party_name: party } = open.board
  const line: MovedLine = { caseId: id, number, party, stop }
  return { open, movements, line, text: textBefore(open.entries.slice(0, at)) }
}

/**
 * Where the last migration that still stands is, -1 when anything but migrations and their undoing
 * came after it: what was undone leaves the one before it standing.
 */
function standingMove(entries: readonly Entry[]): number {
  const standing: number[] = []
  for (const [at, { act }] of entries.entries()) {
    if (!isTextMove(act)) standing.length = 0
    else if (act === 'version.migrate') standing.push(at)
    else standing.pop()
  }
  return standing.at(-1) ?? -1
}

function textBefore(entries: readonly Entry[]): GoverningText | null {
  return foldCase(entries)?.text ?? null
}

function happenedSince(open: OpenCase, migration: string): Stop {
  const moved = open.entries.findLastIndex(
    (one) => one.act === 'version.migrate' && textMoved(one).migration === migration,
  )
  const since = open.entries[moved + 1]
  if (!since) throw new Error(`case ${open.id} is not part of migration ${migration}`)
  const { zh, en } = entryTitle(open, since)
  return {
    says: { zh: `迁移后已于${since.on}办理“${zh}”`, en: `“${en}” came after it on ${since.on}` },
    cite: since.cite,
  }
}

function clockMoved(moved: Entry, movements: readonly Moved[]): Stop | null {
  const since = movements.find((one) => one.seq > moved.seq)
  if (!since) return null
  return {
    says: { zh: `迁移后期限已于${since.on}变动`, en: `Its time limit was moved on ${since.on}` },
    cite: since.cite,
  }
}
