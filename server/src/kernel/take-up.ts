import { sql } from 'kysely'
import { quoted } from './settings.ts'
import { type ReadTx, reader } from './transactions.ts'

/**
 * Takes up one delegated task until the transaction ends: the policies that name it let the actor's
 * offices in. Whoever calls this has asked the measure for the delegation before.
 */
export async function takeUp(tx: ReadTx, task: string): Promise<void> {
  await sql.raw(`set local app.task = ${quoted(task)}`).execute(reader(tx))
}
