import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { everythingHappens } from '../../testing/every-act.ts'
import { withClient } from '../kernel/database/index.ts'
import { anchorRecord } from '../kernel/index.ts'
import { runCommand } from './index.ts'

useDocuments()

const neither = async () => {
  throw new Error('not asked for')
}

let anchors = ''
const printed: string[] = []

beforeEach(async () => {
  anchors = await mkdtemp(join(tmpdir(), 'banfa-anchors-'))
  printed.length = 0
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text))
})

afterEach(async () => {
  vi.restoreAllMocks()
  process.exitCode = 0
  await rm(anchors, { recursive: true })
})

async function anOffice(milestone: 'accepted' | 'recommended' | 'everything' = 'accepted') {
  const office = await openCaseOffice()
  const caseId = await (milestone === 'everything'
    ? everythingHappens(office)
    : office.aCaseAt(milestone))
  const { zone } = office
  await zone.asSystem((tx) => anchorRecord(tx, anchors))
  const settings = { root: '', home: '', databaseUrl: null, host: '', port: 0, timeAuthority: null }
  async function verify() {
    const machine = {
      settings,
      serve: async () => {},
      openOffice: async () => ({
        kernel: zone.kernel,
        anchors,
        files: `${anchors}-files`,
        close: async () => {},
      }),
      backUp: neither,
      restore: neither,
    }
    const around = { today: '2026-03-02', version: '0', catalogue: {} }
    await runCommand(['verify', '--json'], machine, around)
    return { code: process.exitCode ?? 0, said: JSON.parse(printed.at(-1) ?? 'null') }
  }
  const tamper = (statement: string, values: unknown[]) =>
    withClient(zone.adminUrl, (client) => client.query(statement, [zone.id, ...values]))
  return { caseId, verify, tamper }
}

/** A column of each table that acts seal. */
const SEALED = [
  ['filings', 'receipt'],
  ['judgements', 'reason'],
  ['facts', 'source_zh'],
  ['recognitions', 'title_zh'],
  ['certificates', 'holder'],
  ['notices', 'cite'],
  ['objections', 'grounds'],
  ['bars', 'reason'],
] as const

describe('banfa verify', () => {
  it('finds an untouched record and board whole', async () => {
    const { verify } = await anOffice()
    expect(await verify()).toMatchObject({ code: 0, said: { intact: true } })
  })

  it('names the entry whose reason was rewritten', async () => {
    const { verify, tamper } = await anOffice()
    await tamper(
      `update record_entries set reason = '另有原因' where zone_id = $1 and seq = $2`,
      [3],
    )
    expect(await verify()).toMatchObject({
      code: 1,
      said: { intact: false, record: { intact: false, broken: { seq: 3 } } },
    })
  })

  it('finds the last entry cut off, because its hash is anchored outside', async () => {
    const { verify, tamper } = await anOffice()
    await tamper(
      'delete from record_entries where zone_id = $1 and seq = (select max(seq) from record_entries where zone_id = $1)',
      [],
    )
    expect(await verify()).toMatchObject({ code: 1, said: { record: { intact: false } } })
  })

  it('finds a board that says another stage than the record', async () => {
    const { verify, tamper, caseId } = await anOffice()
    await tamper(`update case_board set stage = 'decided' where zone_id = $1 and case_id = $2`, [
      caseId,
    ])
    expect(await verify()).toMatchObject({
      code: 1,
      said: { intact: false, record: { intact: true }, board: { intact: false, differs: caseId } },
    })
  })

  it('finds a row altered that its act sealed, whatever the table', async () => {
    const { verify, tamper } = await anOffice('everything')
    expect((await verify()).said.rows).toMatchObject({ intact: true, unsealed: {} })
    for (const [table, column] of SEALED) {
      await tamper(`update ${table} set ${column} = ${column} || '改' where zone_id = $1`, [])
      expect(await verify(), table).toMatchObject({
        code: 1,
        said: { intact: false, record: { intact: true }, rows: { intact: false, table } },
      })
      await tamper(`update ${table} set ${column} = left(${column}, -1) where zone_id = $1`, [])
    }
    expect((await verify()).said.intact).toBe(true)
  })

  it('finds a row deleted that its act sealed', async () => {
    const { verify, tamper, caseId } = await anOffice('recommended')
    await tamper('delete from judgements where zone_id = $1 and case_id = $2', [caseId])
    expect((await verify()).said.rows).toMatchObject({ intact: false, table: 'judgements' })
  })
})
