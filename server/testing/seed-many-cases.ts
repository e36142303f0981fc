import type { CallId } from '../src/cases/ids.ts'
import type { WriteTx } from '../src/kernel/index.ts'
import { groundOf, seedOf } from './many-cases-plan.ts'
import { insertRecord } from './many-cases-record.ts'
import {
  insertBoards,
  insertCases,
  insertFilings,
  insertNotice,
  insertParties,
} from './many-cases-rows.ts'

const BATCH = 500

export type ManyCases = { readonly cases: number; readonly call: CallId }

/**
 * Fills a zone with cases of every stage, each of a party of its own, fast: the record's chain is
 * true and the board is its fold, but no letter is printed. For benchmarks and statement counts;
 * about 10,000 cases a quarter of a minute. Call it as the machine, in one transaction.
 */
export async function seedManyCases(
  tx: WriteTx,
  { cases, call: callId }: ManyCases,
): Promise<void> {
  const ground = await groundOf(tx, callId)
  for (let from = 0; from < cases; from += BATCH) {
    const seeds = Array.from({ length: Math.min(BATCH, cases - from) }, (_, index) =>
      seedOf(ground, from + index),
    )
    await insertParties(tx, seeds)
    await insertCases(tx, ground, seeds)
    const states = await insertRecord(tx, ground, seeds)
    await insertFilings(tx, ground, seeds)
    await insertBoards(tx, ground, { seeds, states })
    await insertNotice(tx, ground, seeds)
  }
}
