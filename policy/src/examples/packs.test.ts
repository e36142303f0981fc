import { describe, expect, test } from 'vitest'
import { load, PACKS, programOf, sourceOf } from '../../testing/packs.ts'
import { emitModule, evaluate } from '../run.ts'
import { coverage } from './coverage.ts'
import { tryExamples, workedExamples } from './worked-example.ts'

/** What holds of every pack of the repository, whatever its measure. */
describe.each(PACKS)('%s', (pack) => {
  const program = programOf(pack)
  const examples = workedExamples(sourceOf(pack))

  test('the engine answers every example as the article was read', () => {
    const tried = tryExamples(examples, 'interpreter', (service, facts, on) =>
      evaluate(program, { service, facts, on }),
    )
    const wrong = tried.filter(({ differs }) => differs.length > 0)
    expect(wrong.map(({ example, differs }) => ({ [example.name]: differs }))).toEqual([])
  })

  test('the emitted module gives the interpreter’s outcome, finding for finding', async () => {
    for (const service of Object.keys(program.services)) {
      const module = await load(emitModule(program, service))
      for (const { facts, on, ...example } of examples.filter((one) => one.service === service)) {
        expect(module.evaluate(facts, on), example.name).toEqual(
          evaluate(program, { service, facts, on }),
        )
      }
    }
  })

  test('every service has examples that are met and examples that are not', () => {
    for (const service of Object.keys(program.services)) {
      const answers = examples
        .filter((one) => one.service === service)
        .map(({ answer }) => answer as string)
      expect(answers, service).toEqual(expect.arrayContaining(['met', 'not-met']))
    }
  })

  test('every printed number has an example on it, below it and above it', () => {
    const untried = coverage(program, examples).boundaries.filter(
      (one) => !(one.at && one.below && one.above),
    )
    expect(untried).toEqual([])
  })

  test('figures from reposts say that they are unverified, and why', () => {
    const { source } = program
    if (source === null) return
    expect(source.trust === 'unverified' || source.confirmedBy !== null).toBe(true)
    expect(source.note.zh && source.note.en).toBeTruthy()
  })
})
