import { expect, test } from 'vitest'
import { ACTS, type Act, allowedActs, NEXT, STAGES, stageOf } from '../src/run.ts'

const happened = (...acts: Act[]) => acts.map((act) => ({ act }))
const toNotice: Act[] = [
  'file',
  'accept',
  'recommend',
  'conclude-review',
  'deliberate',
  'publicise',
]

test('every stage can be reached by acts the table allows', () => {
  const reached = new Set<string>(['draft'])
  let paths: Act[][] = [[]]
  for (let length = 0; length < 10; length += 1) {
    paths = paths.flatMap((path) =>
      allowedActs(stageOf(happened(...path))).flatMap((act) => {
        const longer = [...path, act]
        const stage = stageOf(happened(...longer))
        if (reached.has(stage)) return []
        reached.add(stage)
        return [longer]
      }),
    )
  }
  expect([...reached].sort()).toEqual([...STAGES].sort())
})

test('every act is allowed somewhere, and the table names every stage', () => {
  expect(Object.keys(NEXT)).toEqual([...STAGES])
  expect([...new Set(Object.values(NEXT).flat())].sort()).toEqual([...ACTS].sort())
})

test('a case returned for correction is filed again', () => {
  expect(stageOf(happened('file', 'return'))).toBe('returned')
  expect(stageOf(happened('file', 'return', 'file'))).toBe('filed')
})

test('assigning experts and judging leave the stage as it is', () => {
  expect(stageOf(happened('file', 'accept', 'recommend', 'assign', 'judge'))).toBe('recommended')
})

test('a case is objected to until the last objection is answered', () => {
  expect(stageOf(happened(...toNotice, 'object'))).toBe('objected')
  expect(stageOf(happened(...toNotice, 'object', 'object', 'answer-objection'))).toBe('objected')
  expect(
    stageOf(happened(...toNotice, 'object', 'object', 'answer-objection', 'answer-objection')),
  ).toBe('publicised')
})

test('nothing follows a refusal or a withdrawal; a revocation can only be lifted', () => {
  for (const stage of ['refused', 'withdrawn'] as const) {
    expect(allowedActs(stage)).toEqual([])
  }
  expect(allowedActs('revoked')).toEqual(['restore'])
})

test('what happened later never changes where the case stood before', () => {
  const whole = happened(...toNotice, 'object', 'answer-objection', 'propose', 'decide', 'certify')
  const stages = whole.map((_, at) => stageOf(whole.slice(0, at + 1)))
  expect(stages).toEqual([
    'filed',
    'accepted',
    'recommended',
    'reviewed',
    'deliberated',
    'publicised',
    'objected',
    'publicised',
    'proposed',
    'decided',
    'certified',
  ])
})
