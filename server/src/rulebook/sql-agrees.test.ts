import { expect, inject, test } from 'vitest'
import { differential } from '../../../policy/testing/sql-differential.ts'
import { openDuckDb, openPostgres } from '../../testing/sql/databases.ts'

test('PostgreSQL, DuckDB and the interpreter agree on random programs and firms at their thresholds', async () => {
  const databases = [await openPostgres(inject('testDatabase').adminUrl), await openDuckDb()]
  const found = await differential({
    databases,
    enough: (programs) => programs >= 70,
    seed: Number(process.env.BANFA_SEED ?? 20_260),
    firms: 80,
  })
  for (const database of databases) await database.close()
  expect(found.differences.slice(0, 5)).toEqual([])
  expect(found.verdicts).toBeGreaterThan(20_000)
}, 120_000)
