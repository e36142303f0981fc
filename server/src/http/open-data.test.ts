import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { openSite } from '../../testing/browser.ts'
import { anotherApplicant, openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { workflow } from '../../testing/case-workflow.ts'
import { sanctions } from '../cases/index.ts'

useDocuments()

const TEXT = '依据查明的事实和听取的意见办理。'
const NUMBER = '小基〔2026〕001号'
const CERTIFIED = {
  number: NUMBER,
  party: '丝路启航孵化器有限公司',
  creditCode: '91650104MA7TXT013P',
  district: '650104',
  pack: 'small-measure',
  service: 'small-base-recognition',
  grantedOn: '2026-03-10',
  revokedOn: null,
  revokedCite: null,
}

test('open data says what is certified, revoked and restored, the same as JSON and as a table, and nothing else', async () => {
  const at = await openCaseOffice()
  const { visitor } = await openSite(at.zone)
  const json = async () =>
    (await visitor.send('GET', '/api/results')).body as Record<string, unknown>[]
  const table = async () => {
    const { text } = await visitor.send('GET', '/api/results.csv')
    return parse(text, { bom: true, columns: true }) as Record<string, string>[]
  }
  /** Both forms hold the same values, in the same order. */
  const both = async () => {
    const rows = await json()
    expect((await table()).map((row) => Object.values(row))).toEqual(
      rows.map((row) => [
        ...[row.number, (row.title as { zh: string }).zh, row.party, row.creditCode, row.district],
        ...[
          row.pack,
          row.service,
          row.cite,
          row.grantedOn,
          row.revokedOn ?? '',
          row.revokedCite ?? '',
        ],
      ]),
    )
    return rows
  }
  const other = workflow({ ...at, applicant: await anotherApplicant(at) })
  await other.aCaseAt('publicised')
  expect(await both()).toEqual([])

  const caseId = await at.aCaseAt('certified')
  const [certified, ...rest] = await both()
  expect(rest).toEqual([])
  expect(certified).toMatchObject(CERTIFIED)
  const { certificate } = await at.view(at.applicant, caseId)
  expect(certificate?.number).toBe(NUMBER)
  const known = ['title', 'cite', ...Object.keys(CERTIFIED)]
  expect(Object.keys(certified ?? {}).sort()).toEqual(known.sort())

  const sanctionId = await at.zone.writing(at.city, (tx) =>
    sanctions.propose(tx, { caseId, sanction: 'fraud', grounds: TEXT, foundOn: tx.today }),
  )
  const of = { caseId, sanctionId }
  await at.zone.writing(at.applicant, (tx) => sanctions.acknowledge(tx, of))
  await at.zone.writing(at.applicant, (tx) =>
    sanctions.answer(tx, { ...of, statement: TEXT, hearing: false }),
  )
  expect(await both()).toMatchObject([CERTIFIED])
  at.zone.setToday('2026-03-18')
  await at.zone.writing(at.signer, (tx) =>
    sanctions.decide(tx, { ...of, impose: true, reason: TEXT }),
  )
  expect(await both()).toMatchObject([
    { ...CERTIFIED, revokedOn: '2026-03-18', revokedCite: '第3条' },
  ])

  at.zone.setToday('2026-04-01')
  await at.zone.writing(at.signer, (tx) =>
    sanctions.lift(tx, { ...of, reason: TEXT, cite: '第3条' }),
  )
  expect(await both()).toMatchObject([CERTIFIED])
}, 60_000)
