import { newId, record, refusal, type WriteTx } from '../../kernel/index.ts'
import type { CaseId } from '../ids.ts'
import { lockCase } from '../open-case.ts'
import type { Migrated, MigrateInput, MigrationId, MigrationLine, MovedLine } from './migration.ts'
import { moveText } from './move-text.ts'
import { permitMigration } from './permit-migration.ts'
import { type MovableOnCall, planLine } from './plan-line.ts'
import { comparedWith, MOST_AT_ONCE, movableOf, ruleFor, targetOf } from './preview-migration.ts'

/**
 * Puts open cases under the version in force, by an explicit act of who signs for the bureau, with a
 * reason; the article is the transitional rule's, where the version has one. Each case gets an entry
 * of its own, and its applicant is told. A case that may not be moved stays, and its line says why.
 * Refuses `case.migration-not-in-force`, `case.migration-reason-missing`, `case.migration-empty`,
 * and `case.not-found` for a case of another measure.
 */
export async function migrateCases(tx: WriteTx, input: MigrateInput): Promise<Migrated> {
  const as = await permitMigration(tx, input.pack)
  const reason = refuseReasonless(input.reason)
  const program = await targetOf(tx, input)
  const compared = await comparedWith(tx, program)
  const cases = await lockedCases(tx, input)
  const planned = cases.map((of) => ({ of, line: planLine(of, compared) }))
  const going = planned.filter(({ line }) => line.stop === null)
  if (going.length === 0) refuseEmpty(planned.map(({ line }) => line))
  const id = newId<MigrationId>()
  const cite = ruleFor(program)?.cite ?? null
  const text = { version: program.version, digest: program.digest }
  for (const { of } of going) {
    const detail = { migration: id, from: of.program.version, to: program.version, text }
    await moveText(tx, of, { act: 'version.migrate', as, reason, cite, detail })
  }
  await record(tx, {
    act: 'measure.migrate',
    subject: { kind: 'measure', id: input.pack },
    as,
    reason,
    cite,
    detail: { migration: id, to: program.version, cases: going.map(({ line }) => line.caseId) },
  })
  return { id, lines: planned.map(({ line }) => movedLine(line)) }
}

export function refuseReasonless(reason: string): string {
  const said = reason.trim()
  if (said.length < 4) refusal('case.migration-reason-missing', {}, { field: 'reason' })
  return said
}

const movedLine = ({ caseId, number, party, stop }: MigrationLine): MovedLine => ({
  ...{ caseId, number, party, stop },
})

function refuseEmpty([first]: readonly MigrationLine[]): never {
  const why = first?.stop
  return refusal(
    'case.migration-empty',
    {},
    {
      field: 'cases',
      cite: why?.cite ?? null,
      ...(why ? { next: why.says } : {}),
    },
  )
}

/** Locked in one order, so that two migrations at once wait for each other and never for ever. */
async function lockedCases(tx: WriteTx, { pack, cases }: MigrateInput): Promise<MovableOnCall[]> {
  const ids: CaseId[] = [...new Set(cases)].toSorted()
  if (ids.length > MOST_AT_ONCE) {
    refusal('case.migration-too-many', { most: MOST_AT_ONCE }, { field: 'cases' })
  }
  const boards = []
  for (const id of ids) {
    const open = await lockCase(tx, id)
    if (open.board.pack !== pack) refusal('case.not-found')
    boards.push({ ...open.board, state: open.state })
  }
  return movableOf(tx, boards)
}
