import type { Program } from '@banfa/policy/run'
import { listAllMovements } from '../../clocks/index.ts'
import { listOffices } from '../../identity/index.ts'
import { loadCalendar, type ReadTx, refusal } from '../../kernel/index.ts'
import { getProgram, programInForce } from '../../rulebook/index.ts'
import { type BoardRow, selectUnderOtherTexts } from '../board-store.ts'
import { selectFilingsOf } from '../case-store.ts'
import { lawOf } from '../open-case.ts'
import type { MigrationPreview, RuleSaid } from './migration.ts'
import { permitMigration } from './permit-migration.ts'
import { type Compared, type MovableOnCall, planLine } from './plan-line.ts'

/** So many cases are shown and moved at once; what is moved makes room for the next. */
export const MOST_AT_ONCE = 500

/**
 * What moving the open cases of a measure to another version would do to each of them: answer, step
 * and due day before and after, what would be missing, and why some may not be moved. Nothing is
 * written. Drafts are not among them: what is not filed is under no text yet. Refuses
 * `case.migration-not-in-force` for a version that is not in force today.
 */
export async function previewMigration(
  tx: ReadTx,
  { pack, to }: { readonly pack: string; readonly to: string },
): Promise<MigrationPreview> {
  await permitMigration(tx, pack)
  const program = await targetOf(tx, { pack, to })
  const found = await selectUnderOtherTexts(tx, {
    pack,
    digest: program.digest,
    most: MOST_AT_ONCE,
  })
  const compared = await comparedWith(tx, program)
  const movable = await movableOf(tx, found.boards)
  const lines = movable.map((one) => planLine(one, compared))
  return { pack, to, rule: ruleFor(program), count: found.count, lines }
}

/** The version to move to: in force today, or nobody could be put under it. */
export async function targetOf(
  tx: ReadTx,
  { pack, to }: { readonly pack: string; readonly to: string },
): Promise<Program> {
  const program = await getProgram(tx, pack, to)
  const inForce = await programInForce(tx, pack, tx.today)
  if (inForce?.digest === program.digest) return program
  return refusal('case.migration-not-in-force', { version: to, on: tx.today }, { field: 'to' })
}

export async function comparedWith(tx: ReadTx, to: Program): Promise<Compared> {
  const [offices, calendar] = [await listOffices(tx), await loadCalendar(tx)]
  return { to, offices, calendar, today: tx.today }
}

/** The rule that takes in what is filed: the ground a migration rests on, where the text has one. */
export function ruleFor({ transitional, version }: Program): RuleSaid | null {
  const rule = transitional.find((one) => one.upon === 'filed' && one.governs === 'this')
  return rule ? { title: rule.title, cite: rule.cite, version } : null
}

/** The cases with their texts, filings and clocks, as their rows on the board say. */
export async function movableOf(tx: ReadTx, boards: readonly BoardRow[]): Promise<MovableOnCall[]> {
  const filings = await selectFilingsOf(
    tx,
    boards.map((one) => one.case_id),
  )
  const movements = await listAllMovements(tx)
  const laws = new Map<string, Awaited<ReturnType<typeof lawOf>>>()
  const movable: MovableOnCall[] = []
  for (const board of boards) {
    const own = filings.get(board.case_id) ?? []
    const [filing, first] = [own[0], own.at(-1)]
    if (!filing || !first) throw new Error(`case ${board.case_id} was filed without a filing`)
    // Cases of one call are under few texts: each is looked up once.
    const key = `${board.call_id} ${board.service} ${board.state.text?.digest}`
    const law = laws.get(key) ?? (await lawOf(tx, board))
    laws.set(key, law)
    const { call, program, service } = law
    movable.push({
      ...{ board, state: board.state, call, program, service, filing },
      firstFiled: first.filed_on,
      movements: movements.get(board.case_id) ?? [],
    })
  }
  return movable
}
