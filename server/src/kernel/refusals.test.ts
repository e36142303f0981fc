import { expect, test } from 'vitest'
import { databaseRefusals } from './database/index.ts'
import { explainRefusal, kernelRefusals, Refusal, refusal } from './index.ts'

function refused(refuse: () => void): Refusal {
  try {
    refuse()
  } catch (error) {
    if (error instanceof Refusal) return error
  }
  throw new Error('nothing was refused')
}

test('a refusal says what, why and what to do, in both languages', () => {
  const no = refused(() => refusal('calendar.unknown-year', { year: 2027 }, { cite: '第9条' }))
  expect(explainRefusal(no, kernelRefusals)).toEqual({
    code: 'calendar.unknown-year',
    cite: '第9条',
    fields: [],
    what: {
      zh: '2027 年的工作日历尚未公布，无法推算工作日。',
      en: 'The working days of 2027 are not known, so nothing is counted.',
    },
    why: expect.any(Object),
    next: {
      zh: '请管理员在通知公布后录入 2027 年日历。',
      en: 'Ask an administrator to enter the calendar of 2027 once the notice is out.',
    },
  })
})

test('what only this case knows replaces the usual next step', () => {
  const next = { zh: '请致电经办人。', en: 'Call the officer.' }
  const no = refused(() => refusal('kernel.malformed-day', { text: 'x' }, { field: 'on', next }))
  expect(explainRefusal(no, kernelRefusals)).toMatchObject({ next, fields: ['on'] })
})

test('a code without a sentence is a fault', () => {
  const no = refused(() => refusal('kernel.nobody-wrote-this'))
  expect(() => explainRefusal(no, kernelRefusals)).toThrow('no sentence')
})

test('both languages of a sentence name the same parameters', () => {
  const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
  for (const catalogue of [kernelRefusals, databaseRefusals]) {
    for (const sentences of Object.values(catalogue)) {
      for (const words of [sentences.what, sentences.why, sentences.next]) {
        expect(holes(words.zh)).toEqual(holes(words.en))
      }
    }
  }
})
