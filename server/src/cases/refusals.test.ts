import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { refusals } from './refusals.ts'

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/test|refusals/.test(name))
  .map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'))
  .join('\n')
// Said at once, or looked up by what stands in the way (`NOT_YET`).
const said = /(?:refusal\(\s*|^ {2}'?[a-z-]+'?: (?='case\.[a-z-]+-conflict'))'(case\.[a-z-]+)'/gm
const thrown = new Set([...sources.matchAll(said)].map((one) => one[1]))

test('every no that is said has its sentences, and no sentence is left over', () => {
  expect([...thrown].sort()).toEqual(Object.keys(refusals).sort())
})

test('each says what, why and what to do now, in both languages', () => {
  const empty = Object.entries(refusals).filter(([, said]) =>
    [said.what, said.why, said.next].some((words) => words.zh.length < 4 || words.en.length < 8),
  )
  expect(empty.map(([code]) => code)).toEqual([])
})

test('a hole in a sentence is in both languages of it', () => {
  const holes = (text: string) => [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map((one) => one[1]).sort()
  for (const [code, said] of Object.entries(refusals)) {
    if (code === 'case.expert-interested') continue // the reason is said in each language apart
    for (const words of [said.what, said.why, said.next]) {
      expect([code, new Set(holes(words.zh))]).toEqual([code, new Set(holes(words.en))])
    }
  }
})
