import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openZone } from '../../testing/index.ts'
import { reader, takeUp } from './index.ts'
import { statementNames } from './statement-names.ts'

const MOST = 150
const ask = (at: number) => `select * from t${at} where zone_id = $1`

describe('names of statements', () => {
  test('none is given to a text whose values stand in it, so that nobody uses them up', () => {
    const names = statementNames()
    for (let at = 0; at < 3 * MOST; at += 1) {
      const text = `set local app.task = '${at}'`
      expect([names.nameOf(text), names.nameOf(text)]).toEqual([null, null])
    }
    expect([names.nameOf(ask(0)), names.nameOf(ask(0))]).toEqual([null, expect.any(String)])
  })

  test('what is used most has a name, whatever came first, and no name is given twice', () => {
    const names = statementNames()
    const given = new Set<string>()
    const used = (text: string, times: number) => {
      const all = Array.from({ length: times }, () => names.nameOf(text))
      for (const name of all) if (name !== null) given.add(name)
      return all.at(-1)
    }
    const busy = used(ask(0), 50)
    for (let at = 1; at < MOST; at += 1) used(ask(at), 2)
    for (let at = MOST; at < 3 * MOST; at += 1) expect(used(ask(at), 2)).toBeNull()
    for (let at = MOST; at < 2 * MOST - 1; at += 1)
      expect(used(ask(at), 20)).toEqual(expect.any(String))
    expect(names.nameOf(ask(0))).toBe(busy)
    expect(given.size).toBe(2 * MOST - 1)
  })

  test('a connection that prepared more than the names there are is closed, a new one is not', () => {
    const names = statementNames()
    const [old, young] = [{}, {}]
    expect(names.isWorn(old)).toBe(false)
    for (let at = 0; at < 2 * MOST; at += 1)
      for (let use = 0; use < 2 + at; use += 1) names.nameOf(ask(at))
    expect([names.isWorn(old), names.isWorn(young)]).toEqual([true, false])
  })
})

test('whoever takes up many tasks leaves no prepared statement behind', async () => {
  const zone = await openZone()
  for (let at = 0; at < 5; at += 1) {
    await zone.asSystem(async (tx) => {
      for (const task of ['a', 'b', 'c', 'a', 'b', 'c']) await takeUp(tx, task)
    })
  }
  const prepared = await zone.asSystem((tx) =>
    sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(reader(tx)),
  )
  expect(prepared.rows.filter(({ statement }) => statement.includes('app.task'))).toEqual([])
})
