import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { peer } from './feelin-candidate.ts'
import { profile } from './profile.ts'
import { type Candidate, runTck } from './run-tck.ts'
import { report, scoresOf } from './score.ts'

const OWN = new URL('./fixtures', import.meta.url).pathname

const went = (candidate: Candidate) =>
  runTck(OWN, candidate).map((ran) => `${ran.suite.slice(0, 4)} ${ran.id}: ${ran.went}`)

test('files of the TCK’s format are run: what passes, what null changes, what lies outside', () => {
  expect(went(profile)).toEqual([
    '9001 001: passed',
    '9001 002: passed',
    '9001 003: by null',
    '9001 004: differs',
    '9002 001: passed',
    '9002 002: passed',
    '9002 003: outside',
  ])
})

test('an independent engine under the same shell tells the shell from the profile', () => {
  expect(went(peer)).toEqual([
    '9001 001: passed',
    '9001 002: passed',
    '9001 003: passed',
    '9001 004: differs',
    '9002 001: passed',
    '9002 002: passed',
    '9002 003: passed',
  ])
})

test('the score is told a level, with every deviation by null', () => {
  const ran = runTck(OWN, profile)
  expect(scoresOf(ran).map(({ of, passed, total }) => `${of} ${passed}/${total}`)).toEqual([
    'compliance-level-2 2/4',
    'compliance-level-3 2/3',
  ])
  const lines = report(ran, { all: true }).join('\n')
  expect(lines).toContain('deviations by null:\n  9001-bands 003: Missing')
  expect(lines).toContain('1 × a loop (for) is outside the profile')
})

const folder = process.env.DMN_TCK ?? ''

test.skipIf(!existsSync(folder))(
  'the whole TCK, where DMN_TCK names it: no worse than it was',
  () => {
    const [two, three] = scoresOf(runTck(folder, profile))
    expect(two?.differs).toBe(0)
    expect(two?.passed).toBeGreaterThanOrEqual(101)
    expect(three?.passed).toBeGreaterThanOrEqual(488)
  },
)
