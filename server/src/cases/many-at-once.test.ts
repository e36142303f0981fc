import { expect, test } from 'vitest'
import { anotherApplicant, openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { workflow } from '../../testing/case-workflow.ts'
import { listRecord, Refusal } from '../kernel/index.ts'
import { acts, bulk, filters, views } from './index.ts'

useDocuments()

const REASON = '依据核实情况办理。'

test('of a hundred decisions on one case at once exactly one counts; the others are told', {
  timeout: 120_000,
}, async () => {
  const at = await openCaseOffice()
  const caseId = await at.aCaseAt('proposed')
  const decided = await Promise.allSettled(
    Array.from({ length: 100 }, (_, index) =>
      at.zone.writing(at.signer, (tx) =>
        index % 2 === 0
          ? acts.decide(tx, { caseId, reason: `${REASON}${index}` })
          : acts.refuse(tx, { caseId, reason: `${REASON}${index}`, cite: '第1条' }),
      ),
    ),
  )
  expect(decided.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  const told = decided.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(told.every((one) => one instanceof Refusal)).toBe(true)
  const again = told.find((one: Refusal) => one.code === 'case.already')
  if (again) expect(again.params).toMatchObject({ by: { zh: at.signer.name } })
  const codes = new Set(told.map((one: Refusal) => one.code))
  expect(
    [...codes].filter((code) => !['case.already', 'case.stage-conflict'].includes(code)),
  ).toEqual([])
  const entries = await at.zone.asSystem((tx) => listRecord(tx, { kind: 'case', id: caseId }))
  expect(entries.filter(({ act }) => act === 'decide' || act === 'refuse')).toHaveLength(1)
})

async function twoCases() {
  const at = await openCaseOffice()
  const second = workflow({ ...at, applicant: await anotherApplicant(at) })
  return { at, ready: await at.aCaseAt('reviewed'), early: await second.aCaseAt('filed') }
}

test('an act on several is previewed without a trace, then done one by one', async () => {
  const { at, ready, early } = await twoCases()
  const input = { act: 'deliberate' as const, cases: [ready, early], text: REASON }
  const preview = await bulk.preview(at.zone.kernel, at.city, input)
  const codes = (lines: typeof preview) => lines.map(({ refused }) => refused?.code ?? null)
  expect(codes(preview)).toEqual([null, 'case.stage-conflict'])
  expect((await at.view(at.city, ready)).stage).toBe('reviewed')
  expect(codes(await bulk.run(at.zone.kernel, at.city, input))).toEqual([
    null,
    'case.stage-conflict',
  ])
  expect((await at.view(at.city, ready)).stage).toBe('deliberated')
  expect(codes(await bulk.run(at.zone.kernel, at.city, input))).toEqual([
    'case.already',
    'case.stage-conflict',
  ])
})

test('the queue is found by two characters or a number, sorted, counted and paged', async () => {
  const { at, ready, early } = await twoCases()
  const queue = (filter: Parameters<typeof views.queue>[1]) =>
    at.zone.reading(at.city, (tx) => views.queue(tx, filter))
  const found = await queue({ text: '启航' })
  expect([found.total, found.rows.map((row) => row.id)]).toEqual([1, [ready]])
  const number = found.rows[0]?.number ?? ''
  expect((await queue({ text: number })).rows.map((row) => row.id)).toEqual([ready])
  expect((await queue({ text: '没有这家' })).total).toBe(0)
  for (const sort of ['due', 'since', 'number', 'party'] as const) {
    for (const order of ['asc', 'desc'] as const) {
      const all = await queue({ sort, order })
      const first = await queue({ sort, order, limit: 1 })
      const next = await queue({ sort, order, limit: 1, cursor: first.next ?? '' })
      expect([...first.rows, ...next.rows].map((row) => row.id)).toEqual(
        all.rows.map((row) => row.id),
      )
      expect(all.total).toBe(2)
    }
  }
  const cursor = (await queue({ limit: 1 })).next ?? ''
  await expect(queue({ sort: 'party', cursor })).rejects.toMatchObject({
    code: 'case.cursor-malformed',
  })
  expect([ready, early]).toHaveLength(2)
})

test('a filter is kept by its name, for its owner alone', async () => {
  const at = await openCaseOffice()
  const keep = (name: string, stage: string) =>
    at.zone.writing(at.city, (tx) => filters.keep(tx, { name, filter: { stage } }))
  await keep('待审议', 'reviewed')
  const [one] = await keep('待审议', 'deliberated')
  expect(one).toMatchObject({ name: '待审议', filter: { stage: 'deliberated' } })
  expect(await at.zone.reading(at.signer, (tx) => filters.list(tx))).toEqual([])
  const forget = (actor: typeof at.city) =>
    at.zone.writing(actor, (tx) => filters.forget(tx, one?.id as never))
  await forget(at.signer)
  expect(await at.zone.reading(at.city, (tx) => filters.list(tx))).toHaveLength(1)
  expect(await forget(at.city)).toEqual([])
})
