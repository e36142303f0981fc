import { NEXT, STAGES } from '@banfa/policy/run'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../kernel/index.ts'
import { foldCase, type Happened, isWindowOver, outOfTurn, startedOn, step } from './case.ts'

const ON = day('2026-03-02')

const happened = (act: string, detail: object = {}, seq = 1): Happened => ({
  seq,
  act,
  on: ON,
  actor: { kind: 'person', id: 'someone', name: '某人' },
  detail: detail as never,
})

const ways = (...acts: (string | [string, object])[]) =>
  foldCase(
    ['start', ...acts].map((one, index) =>
      typeof one === 'string' ? happened(one, {}, index + 1) : happened(one[0], one[1], index + 1),
    ),
  )

const FILE: [string, object] = ['file', { filing: 'f', receipt: '申〔2026〕1号' }]
const NOTICE: [string, object] = [
  'publicise',
  { notice: { id: 'n', number: '公示〔2026〕1号', until: '2026-03-09' } },
]

describe('a case is what happened', () => {
  test('nothing happened is no case', () => {
    expect(foldCase([])).toBeNull()
  })

  test('the number of the first receipt names a case, also after a correction', () => {
    const again: [string, object] = ['file', { filing: 'g', receipt: '申〔2026〕9号' }]
    expect(ways(FILE, 'return', again)).toMatchObject({
      stage: 'filed',
      receipt: '申〔2026〕1号',
      filing: 'g',
      filings: 2,
    })
  })

  test('two objections, one answered, leave the case objected; both answered, publicised', () => {
    const objections = [
      FILE,
      NOTICE,
      ['object', { objection: 'a' }],
      ['object', { objection: 'b' }],
    ]
    const one = ['answer-objection', { objection: 'a', upheld: false }]
    const other = ['answer-objection', { objection: 'b', upheld: true }]
    const half = ways(...(objections as never[]), one as never)
    expect(half).toMatchObject({ stage: 'objected', openObjections: [{ id: 'b' }], upheld: 0 })
    const all = ways(...(objections as never[]), one as never, other as never)
    expect(all).toMatchObject({ stage: 'publicised', openObjections: [], upheld: 1 })
  })

  test('judging and assigning leave the stage as it is', () => {
    const judged = ways(FILE, 'accept', ['judge', { answers: { lawful: 'met' } }])
    expect(judged).toMatchObject({ stage: 'accepted', judged: { lawful: 'met' } })
  })

  test('the window is over the day after its last day, not on it', () => {
    const state = ways(FILE, NOTICE)
    expect(state && isWindowOver(state, day('2026-03-09'))).toBe(false)
    expect(state && isWindowOver(state, day('2026-03-10'))).toBe(true)
  })
})

describe('what may come next', () => {
  test('an act done before is already done; one out of turn conflicts with the stage', () => {
    const accepted = ways(FILE, 'accept')
    if (!accepted) throw new Error('no state')
    expect(outOfTurn(accepted, 'accept')).toBe('already')
    expect(outOfTurn(accepted, 'decide')).toBe('stage-conflict')
    expect(outOfTurn(accepted, 'recommend')).toBeNull()
  })

  test('for every stage and act the guard agrees with the table', () => {
    for (const stage of STAGES) {
      const state = { ...startedOn(ON), stage }
      for (const act of Object.values(NEXT).flat()) {
        const allowed = (NEXT[stage] as readonly string[]).includes(act)
        expect([stage, act, outOfTurn(state, act) === null]).toEqual([stage, act, allowed])
      }
    }
  })
})

test('folding a history at once or an act at a time comes to the same', () => {
  const acts = fc.constantFrom('file', 'accept', 'return', 'withdraw', 'judge', 'deliberate', 'x.y')
  fc.assert(
    fc.property(fc.array(acts), fc.nat(20), (names, cut) => {
      const all = ['start', ...names].map((act, index) => happened(act, { answers: {} }, index + 1))
      const early = foldCase(all.slice(0, Math.min(cut, names.length) + 1))
      const rest = all.slice(Math.min(cut, names.length) + 1)
      expect(early && rest.reduce(step, early)).toEqual(foldCase(all))
    }),
  )
})
