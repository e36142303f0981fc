import { expect, test } from 'vitest'
import { readPlaywright, readVitest } from './reports.ts'
import { judged, lineOf, nothing, sum } from './tally.ts'

test('two runners make one plain line', () => {
  const total = sum([
    { passed: 3, failed: [], skipped: [] },
    { passed: 2, failed: ['a journey'], skipped: [] },
  ])
  expect(lineOf(total)).toBe('5 passed, 1 failed')
})

test('what was skipped is said', () => {
  expect(lineOf({ passed: 1, failed: [], skipped: ['x'] })).toBe('1 passed, 0 failed, 1 skipped')
})

test('a runner that ran nothing has failed', () => {
  expect(judged('journeys', nothing, 0).failed).toEqual(['journeys: ran nothing'])
})

test('a runner that died after its tests has failed', () => {
  const { failed } = judged('rooms', { passed: 9, failed: [], skipped: [] }, 1)
  expect(failed).toEqual(['rooms: ended with code 1'])
})

test('a test file that does not load is one failure', () => {
  const report = { testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }] }
  expect(readVitest(report).failed).toEqual(['a.test.ts'])
})

test('a journey that passed on its second try has failed', () => {
  const specs = [{ title: 'files', file: 'a.spec.ts', tests: [{ status: 'flaky' }] }]
  expect(readPlaywright({ errors: [], suites: [{ specs }] }).failed).toEqual(['a.spec.ts: files'])
})
