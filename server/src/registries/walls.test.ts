import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openZone, type Zone } from '../../testing/index.ts'
import { day, reader } from '../kernel/index.ts'
import {
  declareConflict,
  grantRecognition,
  imposeBar,
  recordFact,
  registerCarrier,
  registerExpert,
  registerParty,
} from './index.ts'
import type { Tables } from './tables.ts'

const TABLES: readonly (keyof Tables)[] = [
  'parties',
  'party_grams',
  'carriers',
  'experts',
  'expert_conflicts',
  'facts',
  'recognitions',
  'bars',
]

async function fill(zone: Zone) {
  const { person } = await zone.anExpert()
  const words = { zh: '词', en: 'word' }
  await zone.asSystem(async (tx) => {
    const firm = { kind: 'enterprise', name: '企', creditCode: '91650104MA7TXT013P' } as const
    const party = (await registerParty(tx, firm)).id
    const carrier = { operator: party, name: '载体', nameEn: null, kind: 'base', place: '650104' }
    await registerCarrier(tx, carrier)
    await registerExpert(tx, { person, name: '专家', title: words, employer: null, fields: [] })
    await declareConflict(tx, { expert: person, party, reason: '曾任顾问' })
    const source = { kind: 'register', title: words } as const
    await recordFact(tx, { party, subject: 'party', name: 'staff', value: 5, source })
    const under = { party, pack: 'a-pack', cite: '第8条' }
    await grantRecognition(tx, { ...under, service: 'a', title: words, number: '孵1号' })
    const days = { from: day('2026-01-01'), until: day('2026-12-31') }
    await imposeBar(tx, { ...under, ...days, measure: words, services: 'all', reason: '造假' })
  })
}

const countOf = (zone: Zone, table: keyof Tables) =>
  zone.asSystem(async (tx) => {
    const rows = await sql<{
      rows: bigint
    }>`select count(*) as rows from ${sql.table(table)}`.execute(reader<Tables>(tx) as never)
    return Number(rows.rows[0]?.rows)
  })

describe('the walls of the registries', () => {
  test('no row of a zone is seen from another zone, even by the machine itself', async () => {
    const [here, there] = [await openZone(), await openZone()]
    await fill(here)
    for (const table of TABLES) {
      expect([table, await countOf(there, table)]).toEqual([table, 0])
      expect(await countOf(here, table)).toBeGreaterThan(0)
    }
  })

  test('nothing is deleted, and facts are never updated: the role has no grant for it', async () => {
    const zone = await openZone()
    const attempts = [
      ...TABLES.map((table) => `delete from ${table}`),
      'update facts set value = $$1$$',
    ]
    for (const attempt of attempts) {
      const run = zone.asSystem((tx) => sql.raw(attempt).execute(reader<Tables>(tx) as never))
      await expect(run, attempt).rejects.toThrow('permission denied')
    }
  })
})
