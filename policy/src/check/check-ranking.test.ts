import { expect, test } from 'vitest'
import { changed, complaintsAbout } from '../../testing/small-pack.ts'

const SOUND = `rankings:
  - name: grades
    title: { zh: 等次, en: Grades }
    cite: 第2条
    by: flat
    ties: let-in
    services: [apply]
    grades:
      - { grade: good, title: { zh: 良好, en: Good }, top: { places: 3 } }
      - { grade: fair, title: { zh: 一般, en: Fair } }
    ceilings:
      - { when: large-enough, grade: fair }
    quotas:
      least: fair
      of:
        - { quota: whole, title: { zh: 总名额, en: Altogether }, cite: 第2条, places: 9 }
        - { quota: each, title: { zh: 各区县, en: Each district }, cite: 第2条, within: district, places: 2 }
        - { quota: inside, title: { zh: 市内, en: Inside }, cite: 第2条, within: registered-place, only: inside, share: 30%, round: down }
`

function codesWith(from: string, to: string): string[] {
  expect(SOUND).toContain(from)
  const text = SOUND.replace(from, to)
  const files = changed({ 'pack.yaml': ['interpretations:', `${text}interpretations:`] })
  return complaintsAbout(files)
    .filter(({ level }) => level === 'error')
    .map(({ code }) => code)
}

test('a sound ranking has no complaint', () => {
  expect(codesWith('let-in', 'leave-out')).toEqual([])
})

test.each([
  ['the condition of a ceiling', 'when: large-enough', 'when: large-enuf', 'name.unknown'],
  [
    'the grade of a ceiling',
    'grade: fair }\n    quotas',
    'grade: fare }\n    quotas',
    'name.unknown',
  ],
  ['the least grade of the quotas', 'least: fair', 'least: fare', 'name.unknown'],
  ['a service', '[apply]', '[aply]', 'name.unknown'],
  [
    'the fact a quota counts by',
    'within: registered-place',
    'within: registered-plase',
    'name.unknown',
  ],
  ['an option of that fact', 'only: inside', 'only: insyde', 'name.unknown'],
])('a slip in %s does not pass', (...[, from, to, code]) => {
  expect(codesWith(from, to)).toEqual([code])
})

test.each([
  ['no seat at all', 'top: { places: 3 }', 'top: { places: 0 }', 'ranking.seats'],
  ['both ways', 'top: { places: 3 }', 'top: { places: 3, share: 20%, round: up }', 'ranking.seats'],
  ['a share without rounding', 'share: 30%, round: down', 'share: 30%', 'ranking.seats'],
  ['more than the field', 'share: 30%', 'share: 130%', 'ranking.share'],
  ['an option of nothing', 'within: registered-place, only', 'only', 'ranking.within'],
  [
    'what is no choice',
    'within: registered-place, only: inside',
    'within: staff',
    'ranking.within',
  ],
])('seats that say %s do not pass', (...[, from, to, code]) => {
  expect(codesWith(from, to)).toEqual([code])
})

test('two grades or two quotas of one name do not pass', () => {
  expect(codesWith('grade: fair, title', 'grade: good, title')).toContain('name.twice')
  expect(codesWith('quota: each', 'quota: whole')).toEqual(['name.twice'])
})
