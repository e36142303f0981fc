import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportService, writeDmn } from '../../src/dmn.ts'
import type { Expression, Program } from '../../src/run.ts'
import { factsFor } from '../random-facts.ts'
import { days } from '../random-formula.ts'
import { programs, programWith } from '../random-program.ts'
import { cite, words } from '../random-words.ts'
import { exported, realDifferences } from './asked.ts'
import { faultsOf } from './schema.ts'

/** Working days have no word in FEEL. */
const sayable = programs.map(
  (program) =>
    JSON.parse(
      JSON.stringify(program, (_, node) =>
        node?.kind === 'move-working-days' ? { ...node, kind: 'move-day', unit: 'days' } : node,
      ),
    ) as Program,
)

const cases = sayable.chain((program) =>
  fc.record({
    program: fc.constant(program),
    asked: fc.array(fc.record({ facts: factsFor(program), on: days }), {
      minLength: 6,
      maxLength: 6,
    }),
  }),
)

test('an independent FEEL engine and the interpreter agree on random programs and facts', () => {
  fc.assert(
    fc.property(cases, ({ program, asked }) => {
      const file = exported(program, 'apply')
      for (const { facts, on } of asked) {
        expect(realDifferences(file, program, { facts, on }).real).toEqual([])
      }
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('random programs too keep to the schema of DMN', async () => {
  for (const program of fc.sample(sayable, 8)) {
    expect(await faultsOf(writeDmn(exportService(program, 'apply')))).toEqual([])
  }
}, 60_000)

test('what FEEL has no words for is asked, and the file says so', () => {
  const test: Expression = {
    kind: 'compare',
    is: '<=',
    left: { kind: 'move-working-days', day: { kind: 'fact', name: 'since' }, by: 5 },
    right: { kind: 'day-asked' },
  }
  const program = programWith({
    kind: 'computed',
    name: 'in-time',
    cite,
    title: words('in-time'),
    test,
    printed: 'since',
  })
  const { items, notes } = exportService(program, 'apply')
  expect(notes.length).toBe(1)
  expect(items.filter(({ logic }) => logic === null).map(({ id }) => id)).toEqual([
    'condition-in-time',
  ])
})
