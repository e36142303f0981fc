import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CaseOffice, openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { addDays, listRecord, Refusal, VISITOR, verifyRecord } from '../kernel/index.ts'
import { acts, type CaseId, type NoticeId, objections, verifyBoard } from './index.ts'

useDocuments()

const REASON = '依据材料和核实情况办理。'
const verdict = fc.constantFrom<'met' | 'not-met'>('met', 'met', 'met', 'not-met')
const signatory = fc.constantFrom<'city' | 'signer'>('city', 'signer')

/** One thing somebody may try, in or out of turn. */
type Try =
  | { do: 'file' | 'accept' | 'return' | 'recommend' | 'assign' | 'conclude' | 'object' | 'wait' }
  | { do: 'withdraw' | 'deliberate' | 'publicise' | 'certify' | 'send-back' | 'reappraise' }
  | { do: 'judge'; who: 'district' | 0 | 1 | 2; answer: 'met' | 'not-met' }
  | { do: 'answer'; upheld: boolean }
  | { do: 'propose' | 'decide' | 'refuse'; by: 'city' | 'signer' }

const anyTry: fc.Arbitrary<Try> = fc.oneof(
  fc.record({
    do: fc.constantFrom(
      'file',
      'accept',
      'return',
      'recommend',
      'assign',
      'conclude',
      'object',
      'wait',
    ),
  }),
  fc.record({
    do: fc.constantFrom('deliberate', 'publicise', 'certify', 'send-back', 'reappraise'),
  }),
  fc.record({
    do: fc.constant('judge' as const),
    who: fc.constantFrom<'district' | 0 | 1 | 2>('district', 0, 1, 2),
    answer: verdict,
  }),
  fc.record({ do: fc.constant('answer' as const), upheld: fc.boolean() }),
  fc.record({ do: fc.constantFrom('propose', 'decide', 'refuse'), by: signatory }),
) as fc.Arbitrary<Try>

/** The straight way, of which random detours are made: otherwise nothing gets far. */
const STRAIGHT: readonly Try[] = [
  { do: 'file' },
  { do: 'accept' },
  { do: 'judge', who: 'district', answer: 'met' },
  { do: 'recommend' },
  { do: 'assign' },
  { do: 'judge', who: 0, answer: 'met' },
  { do: 'judge', who: 1, answer: 'met' },
  { do: 'judge', who: 2, answer: 'met' },
  { do: 'conclude' },
  { do: 'deliberate' },
  { do: 'publicise' },
  { do: 'wait' },
  { do: 'propose', by: 'city' },
  { do: 'decide', by: 'signer' },
  { do: 'certify' },
]

const detour = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Try[]>([]) },
  { weight: 1, arbitrary: fc.array(anyTry, { minLength: 1, maxLength: 2 }) },
)

/** The straight way with detours before some steps and some steps left out. */
const way = fc.tuple(...STRAIGHT.map(() => fc.tuple(detour, fc.nat(60)))).map((detours) =>
  STRAIGHT.flatMap((step, index): Try[] => {
    const [before, skip] = detours[index] ?? [[], 1]
    return skip === 0 ? [...before] : [...before, step]
  }),
)

type Walk = { at: CaseOffice; caseId: CaseId; notice: NoticeId | null; objections: number }

async function tryOne(walk: Walk, one: Try): Promise<void> {
  const { at, caseId } = walk
  const as = at.zone.writing
  switch (one.do) {
    case 'wait':
      at.zone.setToday(addDays(at.zone.clock.today(), 9))
      return
    case 'file':
      await at.file(caseId)
      return
    case 'accept':
      await as(at.district, (tx) => acts.accept(tx, { caseId }))
      return
    case 'return':
      await as(at.district, (tx) => acts.return(tx, { caseId, remarks: '请补充说明。' }))
      return
    case 'recommend':
      await as(at.district, (tx) => acts.recommend(tx, { caseId, recommendation: REASON }))
      return
    case 'assign': {
      const experts = at.experts.slice(0, 3).map((expert) => expert.person)
      await as(at.city, (tx) => acts.assign(tx, { caseId, experts }))
      return
    }
    case 'judge': {
      const actor = one.who === 'district' ? at.district : at.experts[one.who]
      if (!actor) return
      const condition = one.who === 'district' ? 'lawful' : 'cooperation'
      const answers = [{ condition, answer: one.answer, reason: REASON }]
      await as(actor, (tx) => acts.judge(tx, { caseId, answers }))
      return
    }
    case 'conclude':
      await as(at.city, (tx) => acts.concludeReview(tx, { caseId }))
      return
    case 'deliberate':
      await as(at.city, (tx) => acts.deliberate(tx, { caseId, reason: REASON }))
      return
    case 'send-back':
      await as(at.city, (tx) => acts.sendBack(tx, { caseId, reason: REASON }))
      return
    case 'reappraise':
      await as(at.city, (tx) => acts.reappraise(tx, { caseId, reason: REASON }))
      return
    case 'publicise':
      walk.notice = await at.publicise(caseId)
      return
    case 'object': {
      const noticeId = walk.notice
      if (!noticeId) return
      const said = {
        name: '张三',
        contact: '13900000000',
        grounds: `面积不实，第${++walk.objections}次反映。`,
      }
      await as(VISITOR, (tx) => objections.lodge(tx, { noticeId, caseId, ...said }))
      return
    }
    case 'answer': {
      const open = (await at.view(at.city, caseId)).objections.find((each) => !each.answered)
      if (!open) return
      const input = { caseId, objection: open.id, upheld: one.upheld, reason: REASON }
      await as(at.city, (tx) => objections.answer(tx, input))
      return
    }
    case 'propose':
      await as(at[one.by], (tx) => acts.propose(tx, { caseId, reason: REASON }))
      return
    case 'decide':
      await as(at[one.by], (tx) => acts.decide(tx, { caseId, reason: REASON }))
      return
    case 'refuse':
      await as(at[one.by], (tx) => acts.refuse(tx, { caseId, reason: REASON, cite: '第3条' }))
      return
    case 'certify':
      await as(at.city, (tx) => acts.certify(tx, { caseId }))
      return
    case 'withdraw':
      await as(at.applicant, (tx) => acts.withdraw(tx, { caseId }))
  }
}

const reached: Record<string, number> = {}

test('no way leads to a certificate past deliberation, window, objections or a second person', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(way, async (tries) => {
      const at = await openCaseOffice()
      const caseId = await at.aDraft()
      const walk: Walk = { at, caseId, notice: null, objections: 0 }
      for (const one of tries) {
        // A refusal is an answer; whatever else is thrown is a fault and fails the test.
        await tryOne(walk, one).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error
        })
      }
      const { entries, board, chain } = await at.zone.asSystem(async (tx) => ({
        entries: await listRecord(tx, { kind: 'case', id: caseId }),
        board: await verifyBoard(tx),
        chain: await verifyRecord(tx),
      }))
      expect(board).toMatchObject({ intact: true })
      expect(chain).toMatchObject({ intact: true })
      const stage = (await at.view(at.applicant, caseId)).stage
      reached[stage] = (reached[stage] ?? 0) + 1
      // A case may go back and come again: what counts is the last time.
      const at_ = (act: string) => entries.findLastIndex((entry) => entry.act === act)
      if (at_('certify') < 0) return
      const of = (act: string) => entries.findLast((entry) => entry.act === act)
      const order = ['deliberate', 'publicise', 'propose', 'decide', 'certify'].map(at_)
      expect(order.every((place) => place >= 0)).toBe(true)
      expect(order).toEqual([...order].sort((one, other) => one - other))
      const window = of('publicise')?.detail as { notice: { until: string } }
      expect(String(of('propose')?.on) > window.notice.until).toBe(true)
      expect(of('decide')?.actor.id).not.toBe(of('propose')?.actor.id)
      const objections = entries.filter((entry) => entry.act === 'object')
      const answers = entries.filter((entry) => entry.act === 'answer-objection')
      expect(answers).toHaveLength(objections.length)
      const counting = answers.filter((entry) => entry.seq > (of('reappraise')?.seq ?? 0))
      expect(counting.every((entry) => !(entry.detail as { upheld: boolean }).upheld)).toBe(true)
    }),
    { numRuns: 25 },
  )
  // The property would be empty if nothing ever arrived.
  expect(reached.certified ?? 0).toBeGreaterThan(0)
})
