import { expect, test } from 'vitest'
import { reward, rewardsProgram } from '../../../policy/testing/rewards-pack.ts'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { openZone } from '../../testing/index.ts'
import { deliverEvents } from '../kernel/index.ts'
import {
  correctPayment,
  enterPayment,
  keepLedger,
  listPayments,
  recordFacts,
  registerParty,
} from '../registries/index.ts'
import {
  countEntitlements,
  enact,
  explainedEntitlements,
  findPass,
  forgetMatched,
  install,
  listEntitlements,
  matchParties,
  unprepared,
} from '../rulebook/index.ts'
import { matchHandlers, matchWholeZone } from './index.ts'
import { matchPage } from './match.ts'

useDocuments()

/** What the database is asked that no zone owns: its own settings. */
const ZONELESS = [/^\s*select\s+(pg_|current_setting)/i]

test('every statement from the call to the certificate, and of the matching, carries the zone', async () => {
  const seen = new Set<string>()
  const office = await openCaseOffice()
  const transactions = await office.zone.statementsOf(async () => {
    const id = await office.aCaseAt('certified')
    await office.view(office.applicant, id)
    await deliverEvents(office.zone.kernel, matchHandlers)
    await matchWholeZone(office.zone.kernel)
  })
  for (const { statements } of transactions) for (const one of statements) seen.add(one)
  const without = [...seen].filter(
    (one) => !one.includes('zone_id') && !ZONELESS.some((known) => known.test(one)),
  )
  expect(without).toEqual([])
  expect(seen.size).toBeGreaterThan(50)
}, 60_000)

const TABLE = /\b(?:from|join|update|into)\s+(?:"([^"]+)"|([a-z][a-z_]*)\b(?!\s*\())/g
const NAMED = /(?:\bwith|,)\s*(?:"([^"]+)"|([a-z]\w*))\s+as\s+(?:materialized\s+)?\(/g
const UNDER_THE_ZONE = /\bzone_id"?\s*=\s*(?:\$\d+|'[0-9a-f-]{36}')/g

/** Tables a statement reads or writes, each time it does, but for what it names itself. */
function tablesIn(statement: string): readonly string[] {
  const own = [...statement.matchAll(NAMED)].map(([, quoted, bare]) => quoted ?? bare)
  return [...statement.matchAll(TABLE)].flatMap(([, quoted, bare]) => {
    const name = quoted ?? bare ?? ''
    const isOther =
      own.includes(name) || /^(lateral|unnest|jsonb_to_\w+|select|values|set)$/.test(name)
    return isOther ? [] : [name]
  })
}

/** How often it holds a table to one zone by a value of its own; an insert does so by its columns. */
function zonesIn(statement: string): number {
  const inserts = /^\s*insert into "?[a-z_]+"?\s*\([^)]*zone_id/.test(statement) ? 1 : 0
  return [...statement.matchAll(UNDER_THE_ZONE)].length + inserts
}

test('the reader of statements sees a table that no zone holds', () => {
  const bare =
    'select * from parties p join facts f on f.party_id = p.party_id where p.zone_id = $1'
  expect([tablesIn(bare), zonesIn(bare)]).toEqual([['parties', 'facts'], 1])
  const held = `${bare} and f.zone_id = $1`
  expect(zonesIn(held)).toBe(tablesIn(held).length)
  const kept = 'insert into "payments" ("zone_id", "fen") values ($1, $2)'
  expect([tablesIn(kept), zonesIn(kept)]).toEqual([['payments'], 1])
})

test('entitlements, the ledger and their explanations hold every table they name to the zone', async () => {
  const zone = await openZone({ today: '2025-11-03' })
  const program = rewardsProgram({
    'services/1-room.yaml': reward('room', 'roomy', 'amount: flat, at-most: { year: 12 万元 }'),
    'services/2-people.yaml': reward('people', 'staffed', 'amount: eight, excludes: [room]'),
  })
  const { pack } = program
  const seen = await zone.statementsOf(() =>
    zone.asSystem(async (tx) => {
      await install(tx, program)
      await enact(tx, { ...program, from: tx.today, reason: '经局长办公会研究' })
      const firm = { kind: 'enterprise', name: '甲', creditCode: '91650102MA0DEM021G' } as const
      const { id: party } = await registerParty(tx, firm)
      const title = { zh: '登记', en: 'Register' }
      const facts = [{ subject: 'party', name: 'site-area', value: 300 }] as const
      await recordFacts(tx, { party, source: { kind: 'register', title }, facts })
      await keepLedger(tx, { reason: '历年支付已补录', as: null })
      const paid = { party, pack, service: 'room', fen: 100, paidOn: tx.today, reason: '兑现' }
      const { id } = await enterPayment(tx, { ...paid, as: null })
      await correctPayment(tx, { party, payment: id, reason: '有误', as: null })
      await listPayments(tx, party)
      await unprepared(tx, [party])
      while (await matchPage(tx));
      await matchParties(tx, { parties: [{ party, kind: 'enterprise', facts: {} }] })
      await forgetMatched(tx)
      while (await matchPage(tx));
      await findPass(tx)
      await explainedEntitlements(tx, party)
      await countEntitlements(tx)
      const asked = { pack, service: 'room', after: party, limit: 1 }
      await listEntitlements(tx, { ...asked, answer: 'met', district: '650102' })
    }),
  )
  const statements = [...new Set(seen.flatMap((one) => one.statements))]
  const loose = statements.filter((one) => zonesIn(one) < tablesIn(one).length)
  expect(loose).toEqual([])
  const named = new Set(statements.flatMap(tablesIn))
  for (const table of ['entitlements', 'matched_facts', 'matching_passes', 'payments', 'facts'])
    expect(named).toContain(table)
})
