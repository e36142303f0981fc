import type { Program } from '@banfa/policy/run'
import { emitSql, NotInSql, POSTGRESQL } from '@banfa/policy/sql'
import type { WriteTx } from '../kernel/index.ts'
import type { Among } from './entitlement.ts'
import { dropAllBut, selectStated } from './entitlements-store.ts'
import { matchKept } from './match-kept.ts'
import { answerZone, sourcesOf } from './match-zone-store.ts'
import { programsInForce } from './programs-in-force.ts'
import { type ProgramCalendar, programCalendar } from './working-days.ts'

export type ZoneMatched = {
  readonly pack: string
  readonly answers: number
  /** Why the interpreter answered and not the database; null where the database did. */
  readonly byInterpreter: string | null
}

const ALL: Among = { after: null, last: null }

/**
 * Answers every service in force today for the parties whose facts are kept, one statement a
 * measure, and drops what rests on measures no longer in force. All parties, or some in their order.
 */
export async function matchZone(tx: WriteTx, among: Among = ALL): Promise<ZoneMatched[]> {
  const programs = await programsInForce(tx, tx.today)
  const calendar = await programCalendar(tx)
  await dropAllBut(
    tx,
    programs.map(({ digest }) => digest),
    among,
  )
  const done: ZoneMatched[] = []
  for (const program of programs) done.push(await matchProgram(tx, program, { calendar, among }))
  return done
}

async function matchProgram(
  tx: WriteTx,
  program: Program,
  at: { readonly calendar: ProgramCalendar; readonly among: Among },
): Promise<ZoneMatched> {
  const { pack } = program
  if (Object.keys(program.services).length === 0) return { pack, answers: 0, byInterpreter: null }
  try {
    const query = emitSql(program, POSTGRESQL, {
      on: tx.today,
      stated: await selectStated(tx, program.digest),
      from: sourcesOf(tx.zone, program, at.among),
      calendar: at.calendar.query,
    })
    return { pack, answers: await answerZone(tx, program, query), byInterpreter: null }
  } catch (problem) {
    if (!(problem instanceof NotInSql)) throw problem
    const answers = await matchKept(tx, program, at)
    return { pack, answers, byInterpreter: problem.message }
  }
}
