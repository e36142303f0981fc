import { expect, test } from 'vitest'
import { changed, complaintsAbout } from '../../testing/small-pack.ts'

const codesWith = (from: string, to: string) =>
  complaintsAbout(changed({ 'services/apply.yaml': [from, to] }))
    .filter(({ level }) => level === 'error')
    .map(({ code }) => code)

const JUDGES = 'judges: [cooperates]'

test.each([
  ['where experts judge', JUDGES, `${JUDGES}\n    experts: 3\n    review: blind`, []],
  ['where none do', JUDGES, `${JUDGES}\n    review: blind`, ['review.without-experts']],
  ['of another step', 'act: accept', 'act: accept\n    review: blind', ['review.without-experts']],
  [
    'by a word of one’s own',
    JUDGES,
    `${JUDGES}\n    experts: 3\n    review: double`,
    ['shape.wrong'],
  ],
])('a blind review %s is told from one that is none', (...[, from, to, codes]) => {
  expect(codesWith(from, to)).toEqual(codes)
})
