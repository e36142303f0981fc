import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { rowRunner } from '../../src/bulk.ts'
import { lower, rowClosures } from '../../src/one-case.ts'
import { type Condition, emitModule, evaluate, type Program } from '../../src/run.ts'
import { load } from '../packs.ts'
import { factsFor } from '../random-facts.ts'
import { programWith } from '../random-program.ts'

const ROOT = join(import.meta.dirname, '../../..')
const hit = () => (globalThis as { hit?: unknown }).hit
afterEach(() => {
  delete (globalThis as { hit?: unknown }).hit
})

test('code is built among the columns only, and nowhere is text evaluated', () => {
  const files = globSync(['policy/src/**/*.ts', 'server/src/**/*.ts', 'web/src/**/*.{ts,tsx}'], {
    cwd: ROOT,
  }).filter((file) => !file.includes('.test.') && !file.includes('/generated/'))
  const building = files.filter((file) =>
    /new Function\b|\beval\(|\bFunction\(|import\(`|data:text\/javascript/.test(
      readFileSync(join(ROOT, file), 'utf8'),
    ),
  )
  expect(files.length).toBeGreaterThan(300)
  // The last loads the module that was emitted, to compare it: the first test below attacks it.
  expect(building.sort()).toEqual([
    'policy/src/columns/read-row.ts',
    'policy/src/columns/row-code.ts',
    'policy/src/columns/tunable.ts',
    'server/src/cli/pack/try-command.ts',
  ])
})

/** What breaks out of strings, comments, templates and object literals. */
const BREAKS = [
  `'+(globalThis.hit=1)+'`,
  `"+(globalThis.hit=1)+"`,
  '`$' + '{globalThis.hit=1}`',
  '$' + '{globalThis.hit=1}',
  '\\',
  `\\'+(globalThis.hit=1)//`,
  '\n;globalThis.hit=1//',
  '\r;globalThis.hit=1//',
  '\u2028;globalThis.hit=1//',
  '\u2029;globalThis.hit=1//',
  '*/;globalThis.hit=1;/*',
  '</script><script>globalThis.hit=1</script>',
  '__proto__',
  'constructor',
  '\ud800',
]
const broken = fc
  .array(fc.constantFrom(...BREAKS), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(''))

/** A program in which every text an author writes is one of those. */
function hostile(text: string): Program {
  const says = { zh: text, en: text }
  const about = { cite: text as Condition['cite'], title: says }
  const option = { kind: 'choice', option: text } as const
  const colour = { kind: 'fact', name: 'colour' } as const
  const root: Condition = {
    ...about,
    name: text,
    kind: 'any',
    of: [
      {
        ...about,
        name: `${text}1`,
        kind: 'computed',
        printed: text,
        test: { kind: 'within', of: colour, among: [option] },
      },
      {
        ...about,
        name: `${text}2`,
        kind: 'computed',
        printed: text,
        test: { kind: 'text-test', is: 'contains', of: { kind: 'fact', name: 'motto' }, text },
      },
      { ...about, name: `${text}3`, kind: 'judged', question: says, by: text, looksAt: [] },
    ],
  }
  const program = programWith(root)
  const [known] = Object.values(program.facts).filter(({ name }) => name === 'colour')
  const facts = { ...program.facts, colour: { ...known, options: [{ value: text, title: says }] } }
  return { ...program, facts, pack: text, version: text, title: says } as Program
}

test('names with quotes, backslashes and line separators stay names in emitted and generated code', async () => {
  for (const text of fc.sample(broken, { numRuns: 120, seed: 11 })) {
    const program = hostile(text)
    const module = await load(emitModule(program, 'apply'))
    const plan = lower(program)
    const runs = [rowRunner(plan, { on: '2025-03-01' }), rowClosures(plan, { on: '2025-03-01' })]
    for (const facts of [
      { colour: text },
      { motto: `a${text}b`, colour: null },
      { motto: 'b', [`${text}3`]: 'not-met' },
    ]) {
      const outcome = evaluate(program, { service: 'apply', facts, on: '2025-03-01' })
      expect(module.evaluate(facts, '2025-03-01'), JSON.stringify(text)).toEqual(outcome)
      const bits = { 'not-met': 1, unknown: 2, unavailable: 4, met: 8 } as const
      for (const run of runs) expect(run(facts).conditions[0]).toBe(bits[outcome.answer])
    }
    expect(hit(), JSON.stringify(text)).toBeUndefined()
  }
}, 60_000)

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
  'a value supplied under %s that nobody asked for changes nothing',
  (name) => {
    const program = programWith({
      name: 'c',
      cite: '第1条' as Condition['cite'],
      title: { zh: 'c', en: 'c' },
      kind: 'evidenced',
      paper: 'deed',
    })
    const [facts] = fc.sample(factsFor(program), { numRuns: 1, seed: 3 })
    const plain = JSON.stringify(
      evaluate(program, { service: 'apply', facts: facts ?? {}, on: '2025-03-01' }),
    )
    const given = JSON.parse(`{ "${name}": { "deed": "met", "unavailable": "x" } }`)
    const both = Object.defineProperties({ ...facts }, Object.getOwnPropertyDescriptors(given))
    const again = evaluate(program, { service: 'apply', facts: both, on: '2025-03-01' })
    expect(JSON.stringify(again)).toBe(plain)
    expect(() => evaluate(program, { service: name, facts: {}, on: '2025-03-01' })).toThrow(
      RangeError,
    )
    expect(({} as { deed?: unknown }).deed).toBeUndefined()
  },
)
