import { readdirSync } from 'node:fs'
import { workedExamples } from '@banfa/policy'
import { expect, inject, test } from 'vitest'
import { programOf, sourceOf } from '../../../policy/testing/packs.ts'
import { compareSql } from '../../../policy/testing/sql-database.ts'
import { differential } from '../../../policy/testing/sql-differential.ts'
import { openDuckDb, openPostgres } from '../../testing/sql/databases.ts'

test('PostgreSQL, DuckDB and the interpreter agree on random programs and firms at their thresholds', async () => {
  const databases = [await openPostgres(inject('testDatabase').adminUrl), await openDuckDb()]
  const found = await differential({
    databases,
    enough: (programs) => programs >= 60,
    seed: Number(process.env.BANFA_SEED ?? 20_260),
    firms: 300,
  })
  for (const database of databases) await database.close()
  process.stdout.write(`${found.verdicts} verdicts, ${found.odd} odd firms: `)
  process.stdout.write(`${found.differences.length} differ\n`)
  expect(found.differences.slice(0, 5)).toEqual([])
  expect(found.verdicts).toBeGreaterThan(200_000)
}, 115_000)

const PACKS = readdirSync(new URL('../../../packs', import.meta.url))

test.each(PACKS)(
  '%s: PostgreSQL, DuckDB and the interpreter agree on every worked example',
  async (pack) => {
    const program = programOf(pack)
    const databases = [await openPostgres(inject('testDatabase').adminUrl), await openDuckDb()]
    const byDay = Map.groupBy(workedExamples(sourceOf(pack)), ({ on }) => on)
    for (const database of databases) {
      for (const [on, examples] of byDay) {
        const firms = examples.map(({ facts }) => facts)
        expect(await compareSql(database, { program, on, firms })).toMatchObject({
          differences: [],
          refused: null,
        })
      }
      await database.close()
    }
  },
  60_000,
)
