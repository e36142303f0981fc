import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readPack, schemas } from '../src/index.ts'
import { accepts as fits } from './json-schema.ts'
import { filesIn } from './packs.ts'
import { FILES, VOCABULARY } from './small-pack.ts'

const ROOT = new URL('../../', import.meta.url).pathname
const folder = new URL('../schema/', import.meta.url)

test('the published schemas are those the checker is made of', () => {
  expect(readdirSync(folder).sort()).toEqual(
    Object.keys(schemas)
      .map((name) => `${name}.json`)
      .sort(),
  )
  for (const [name, schema] of Object.entries(schemas)) {
    expect(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')), name).toEqual(schema)
  }
})

const schemaOf = (file: string) => {
  if (file === 'pack.yaml' || file === 'gist.yaml') return file.slice(0, -5)
  const kinds: Record<string, string> = {
    conditions: 'condition',
    services: 'service',
    examples: 'examples',
  }
  return kinds[file.split('/')[0] ?? ''] ?? 'vocabulary'
}
const accepts = (name: string, value: unknown) => fits(schemas[name] ?? {}, value)

/** Whether reading alone (shapes, not meaning) has something against one file. */
function reads(file: string, text: string): boolean {
  const isVocabulary = schemaOf(file) === 'vocabulary'
  const files = isVocabulary ? FILES : { ...FILES, [file]: text }
  const vocabulary = isVocabulary ? { [file]: text } : VOCABULARY
  return readPack({ files, vocabulary }).complaints.length === 0
}

test('every file of every pack and of the vocabulary fits its schema', () => {
  for (const [file, text] of Object.entries(filesIn(`${ROOT}packs/international-incubators`))) {
    expect(accepts(schemaOf(file), parse(text)), file).toBe(true)
  }
  for (const [file, text] of Object.entries(filesIn(`${ROOT}vocabulary`))) {
    expect(accepts('vocabulary', parse(text)), file).toBe(true)
  }
})

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
const odd = fc.constantFrom<Json>(
  null,
  true,
  3,
  -1,
  1.5,
  '',
  '  ',
  'met',
  'Not A Key',
  '第2条',
  'kebab-case',
  [],
  [3],
  {},
  { zh: '甲', en: 'a' },
  { unavailable: '档案' },
  { doesNotApply: true },
  { doesNotApply: true, more: 1 },
  { zh: '甲' },
)

/** The same document with one node, found by counting, replaced, dropped or given a stranger. */
function damaged(value: Json, at: { left: number }, how: { put: Json; drop: boolean }): Json {
  at.left -= 1
  if (at.left === 0) return how.put
  if (Array.isArray(value)) return value.map((one) => damaged(one, at, how))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).flatMap(([key, one]): [string, Json][] => {
    const whole = at.left
    const next = damaged(one, at, how)
    return how.drop && whole > 0 && at.left <= 0 && whole === 1 ? [] : [[key, next]]
  })
  return Object.fromEntries(entries)
}

const sources = [...Object.entries(FILES), ...Object.entries(VOCABULARY)]
const cases = fc.record({
  source: fc.constantFrom(...sources),
  left: fc.integer({ min: 1, max: 90 }),
  put: odd,
  drop: fc.boolean(),
})

test('schema and checker accept and reject the same shapes', () => {
  let rejected = 0
  fc.assert(
    fc.property(cases, ({ source: [file, text], left, put, drop }) => {
      const value = damaged(parse(text) as Json, { left }, { put, drop })
      const allowed = accepts(schemaOf(file), value)
      if (!allowed) rejected += 1
      expect(reads(file, JSON.stringify(value)), JSON.stringify(value)).toBe(allowed)
    }),
    { numRuns: 600 },
  )
  expect(rejected).toBeGreaterThan(60)
}, 60_000)
