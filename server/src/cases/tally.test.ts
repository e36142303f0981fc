import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Verdict } from './case.ts'
import { openAnswers, type Review, tallyReview } from './tally.ts'

const reviewOf = (...answers: Verdict[]): Review => ({
  conditions: ['cooperation'],
  experts: answers.map((_, index) => `expert-${index}`),
  answers: answers.map((answer, index) => ({
    condition: 'cooperation',
    person: `expert-${index}`,
    answer,
  })),
})

describe('the experts’ majority (第8条(四))', () => {
  test.each([
    ['two of three', ['met', 'met', 'not-met'], 'met'],
    ['one of three', ['met', 'not-met', 'not-met'], 'not-met'],
    ['a tie of four', ['met', 'met', 'not-met', 'not-met'], 'not-met'],
    ['three of four', ['met', 'met', 'met', 'not-met'], 'met'],
    ['three of five', ['met', 'met', 'met', 'not-met', 'not-met'], 'met'],
  ] as const)('%s is %s', (_, answers, verdict) => {
    expect(tallyReview(reviewOf(...answers)).cooperation?.answer).toBe(verdict)
  })

  test('somebody who is not assigned does not count, and nobody counts twice', () => {
    const review = reviewOf('met', 'not-met', 'not-met')
    const stranger = { condition: 'cooperation', person: 'stranger', answer: 'met' } as const
    const twice = { condition: 'cooperation', person: 'expert-0', answer: 'met' } as const
    const tally = tallyReview({ ...review, answers: [...review.answers, stranger, twice] })
    expect(tally.cooperation).toEqual({ met: 1, notMet: 2, asked: 3, answer: 'not-met' })
  })

  test('an expert owes an answer for each condition', () => {
    const review: Review = {
      conditions: ['a', 'b'],
      experts: ['one', 'two'],
      answers: [{ condition: 'a', person: 'one', answer: 'met' }],
    }
    expect(openAnswers(review)).toEqual([
      { person: 'one', open: 1 },
      { person: 'two', open: 2 },
    ])
  })

  test('met needs more than half of those assigned, whatever they answer', () => {
    const verdicts = fc.array(fc.constantFrom<Verdict>('met', 'not-met'), {
      minLength: 1,
      maxLength: 15,
    })
    fc.assert(
      fc.property(verdicts, (answers) => {
        const met = answers.filter((one) => one === 'met').length
        const sum = tallyReview(reviewOf(...answers)).cooperation
        expect(sum?.answer === 'met').toBe(met > answers.length / 2)
      }),
    )
  })
})
