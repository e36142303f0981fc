import { expect, test } from 'vitest'
import { identityRefusals } from './identity-refusals.ts'

test('both languages of a sentence name the same parameters', () => {
  const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
  for (const { what, why, next } of Object.values(identityRefusals)) {
    for (const words of [what, why, next]) expect(holes(words.zh)).toEqual(holes(words.en))
  }
})
