import { contentOf, type Facts, type Program } from '@banfa/policy/run'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factsFor } from '../../../policy/testing/random-facts.ts'
import { programs } from '../../../policy/testing/random-program.ts'
import { openZone, type Zone } from '../../testing/index.ts'
import { withClient } from '../kernel/database/index.ts'
import { day, newId, type PartyId, sha256 } from '../kernel/index.ts'
import {
  enact,
  entitlementsOf,
  explainEntitlement,
  install,
  matchParties,
  matchZone,
  prepareMatching,
} from './index.ts'

const SEEDS = [3, 5, 8, 13, 21, 34]

function aRandomProgram(seed: number): Program {
  const [drawn] = fc.sample(programs, { numRuns: 1, seed })
  if (!drawn) throw new Error('no program was drawn')
  const { digest, ...content } = { ...drawn, pack: `random-${seed}` }
  return { ...content, digest: sha256(contentOf(content)) }
}

function someFirms(program: Program, seed: number) {
  const facts: readonly Facts[] = fc.sample(factsFor(program), { numRuns: 25, seed })
  return facts.map((one) => ({ party: newId<PartyId>(), kind: 'enterprise', facts: one }))
}

async function inForce(zone: Zone, program: Program) {
  await zone.asSystem((tx) => install(tx, program))
  await zone.asSystem((tx) =>
    enact(tx, { ...program, from: day('2026-03-02'), reason: '经局长办公会研究' }),
  )
}

async function answersIn(zone: Zone, firms: readonly { party: PartyId }[]) {
  const all = await zone.asSystem(async (tx) => {
    const found = []
    for (const { party } of firms) found.push(await entitlementsOf(tx, party))
    return found
  })
  return all.flat().map(({ answeredAt: _, ...one }) => one)
}

describe('entitlements', () => {
  test('the database and the interpreter keep the same answers for a whole zone', async () => {
    for (const seed of SEEDS) {
      const zone = await openZone({ today: '2026-03-02' })
      const program = aRandomProgram(seed)
      const firms = someFirms(program, seed)
      await inForce(zone, program)
      await zone.asSystem((tx) => matchParties(tx, { parties: firms }))
      const interpreted = await answersIn(zone, firms)
      expect(interpreted).toHaveLength(firms.length)
      await withClient(zone.adminUrl, (client) => client.query('truncate entitlements'))
      await zone.asSystem((tx) => prepareMatching(tx, firms))
      expect(await zone.asSystem(matchZone)).toMatchObject([
        { answers: firms.length, byInterpreter: null },
      ])
      expect(await answersIn(zone, firms)).toEqual(interpreted)
    }
  }, 60_000)

  test('an answer that replay does not give again is a fault', async () => {
    const zone = await openZone({ today: '2026-03-02' })
    const program = aRandomProgram(3)
    const [firm] = someFirms(program, 3)
    if (!firm) throw new Error('no firm was drawn')
    await inForce(zone, program)
    await zone.asSystem((tx) => matchParties(tx, { parties: [firm] }))
    const asked = { party: firm.party, pack: program.pack, service: 'apply' }
    const explain = () => zone.asSystem((tx) => explainEntitlement(tx, asked))
    expect(await explain()).toMatchObject({ outcome: { digest: program.digest } })
    await withClient(zone.adminUrl, (client) =>
      client.query("update entitlements set codes = reverse(codes || 'm') where zone_id = $1", [
        zone.id,
      ]),
    )
    await expect(explain()).rejects.toThrow('kept')
  })

  test('nobody but the machine writes an answer', async () => {
    const zone = await openZone({ today: '2026-03-02' })
    const program = aRandomProgram(3)
    const firms = someFirms(program, 3)
    await inForce(zone, program)
    const applicant = await zone.anApplicant({ parties: firms.map(({ party }) => party) })
    await expect(
      zone.writing(applicant, (tx) => matchParties(tx, { parties: firms })),
    ).rejects.toThrow('row-level security')
  })
})
