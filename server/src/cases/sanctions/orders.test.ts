import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CaseOffice, openCaseOffice, useDocuments } from '../../../testing/case-office.ts'
import { addDays, type Entry, listRecord, Refusal } from '../../kernel/index.ts'
import { listBars, listRecognitions } from '../../registries/index.ts'
import { type CaseId, type SanctionId, sanctions } from '../index.ts'
import { foldProceedings, whyNotYet } from './proceeding.ts'

useDocuments()

const TEXT = '依据查明的事实和听取的意见办理。'
const STEPS = [
  'serve',
  'open',
  'answer',
  'ask',
  'waive',
  'summon',
  'hear',
  'decide',
  'lift',
  'wait',
] as const
type Step = (typeof STEPS)[number]

type Walk = { readonly at: CaseOffice; readonly caseId: CaseId; readonly sanctionId: SanctionId }

function take({ at, caseId, sanctionId }: Walk, step: Step): Promise<unknown> {
  const of = { caseId, sanctionId }
  const as = at.zone.writing
  switch (step) {
    case 'serve':
      return as(at.city, (tx) => sanctions.serve(tx, { ...of, on: tx.today, how: 'post' }))
    case 'open':
      return as(at.applicant, (tx) => sanctions.acknowledge(tx, of))
    case 'answer':
    case 'ask':
    case 'waive': {
      const said = { statement: TEXT, hearing: step === 'ask', waives: step === 'waive' }
      return as(at.applicant, (tx) => sanctions.answer(tx, { ...of, ...said }))
    }
    case 'summon':
      return as(at.city, (tx) =>
        sanctions.summon(tx, {
          ...of,
          day: addDays(tx.today, 12),
          hour: '10时',
          place: '会议室',
          chair: '市签发',
          contact: '0991-0000000',
        }),
      )
    case 'hear':
      return as(at.signer, (tx) =>
        sanctions.hear(tx, { ...of, present: ['申报人'], attended: true, said: TEXT }),
      )
    case 'decide':
      return as(at.signer, (tx) => sanctions.decide(tx, { ...of, impose: true, reason: TEXT }))
    case 'lift':
      return as(at.signer, (tx) => sanctions.lift(tx, { ...of, reason: TEXT, cite: '第3条' }))
    case 'wait':
      at.zone.setToday(addDays(at.zone.clock.today(), 4))
      return Promise.resolve()
  }
}

/** What the law asks before a sanction binds, read off the record alone and not off the guard. */
function wasHeard(entries: readonly Entry[]): boolean {
  const at = (act: string) => entries.find((one) => one.act === act)
  const imposed = at('sanction.impose')
  if (!imposed) return true
  const before = (one: Entry | undefined) => one !== undefined && one.seq < imposed.seq
  const served = at('sanction.serve')
  const answers = entries.filter((one) => one.act === 'sanction.answer' && before(one))
  const until = (served?.detail as { until: string } | undefined)?.until ?? '9999'
  const said = (what: 'hearing' | 'waived') =>
    answers.some(({ detail }) => (detail as Record<string, unknown>)[what] === true)
  const asked = said('hearing')
  const hadItsSay = asked || said('waived') || imposed.on > until
  return before(served) && hadItsSay && (!asked || before(at('sanction.hear')))
}

test('no order of acts lets a sanction bind before the party was told and heard', {
  timeout: 240_000,
}, async () => {
  const seen = { bound: 0, lifted: 0, held: 0 }
  const way = fc.array(fc.constantFrom(...STEPS, 'decide', 'wait'), { minLength: 3, maxLength: 14 })
  await fc.assert(
    fc.asyncProperty(way, async (steps) => {
      const at = await openCaseOffice()
      const caseId = await at.aCaseAt('certified')
      const sanctionId = await at.zone.writing(at.city, (tx) =>
        sanctions.propose(tx, { caseId, sanction: 'fraud', grounds: TEXT, foundOn: tx.today }),
      )
      for (const step of steps) {
        await take({ at, caseId, sanctionId }, step as Step).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error
        })
        const now = await at.zone.asSystem(async (tx) => ({
          entries: await listRecord(tx, { kind: 'case', id: caseId }),
          bars: await listBars(tx, at.party),
          recognitions: await listRecognitions(tx, at.party),
        }))
        expect(wasHeard(now.entries)).toBe(true)
        const [of] = foldProceedings(now.entries)
        const binds = of?.imposed !== null && of?.lifted === null
        expect(now.recognitions.some((one) => one.revokedOn !== null)).toBe(binds)
        expect(now.bars.some((one) => one.lifted === null)).toBe(binds)
        if (of?.imposed) seen.bound += 1
        if (of?.lifted) seen.lifted += 1
        if (of?.heard) seen.held += 1
      }
    }),
    // Whatever chance draws, one way to the end is walked.
    { numRuns: 25, examples: [[['open', 'answer', 'wait', 'wait', 'decide', 'lift']]] },
  )
  expect(seen.bound).toBeGreaterThan(0)
})

test('the guard itself says no for every state in which the party was not heard', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`)
  const state = fc.record({
    served: fc.option(fc.record({ on: day, how: fc.constant('post'), until: day })),
    answer: fc.option(
      fc.record({
        ...{ on: day, statement: fc.constant('') },
        ...{ hearing: fc.boolean(), waived: fc.boolean() },
      }),
    ),
    heard: fc.option(fc.record({ on: day, attended: fc.boolean(), said: fc.constant('') })),
  })
  fc.assert(
    fc.property(state, day, (of, today) => {
      const may = whyNotYet(of as never, today as never) === null
      const told = of.served !== null
      const isOver = of.served !== null && today > of.served.until
      const answered = of.answer?.waived || of.answer?.hearing || isOver
      const heard = of.answer?.hearing !== true || of.heard !== null
      expect(may).toBe(told && answered && heard)
    }),
    { numRuns: 10_000 },
  )
})
