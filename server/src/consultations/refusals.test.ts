import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { refusals } from './refusals.ts'

test('every refusal of this room has its sentences, and every sentence its refusal', () => {
  const folder = new URL('.', import.meta.url)
  const sources = readdirSync(folder).filter((name) => /(?<!\.test)\.ts$/.test(name))
  const text = sources
    .filter((name) => !name.startsWith('refusals'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
  const used = [...text.matchAll(/refusal\(\s*'(consultation[^']+)'/g)].map(([, code]) => code)
  expect([...new Set(used)].sort()).toEqual(Object.keys(refusals).sort())
})
