import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportService, writeDmn } from '../../src/dmn.ts'
import { workedExamples } from '../../src/index.ts'
import { programOf, sourceOf } from '../packs.ts'
import { days } from '../random-formula.ts'
import { exported, realDifferences, supplied } from './asked.ts'
import { faultsOf } from './schema.ts'

const PACKS = readdirSync(new URL('../../../packs', import.meta.url))
test.each(PACKS)(
  '%s: every service keeps to the schema of DMN',
  async (pack) => {
    const program = programOf(pack)
    for (const service of Object.keys(program.services)) {
      expect(await faultsOf(writeDmn(exportService(program, service)))).toEqual([])
    }
  },
  120_000,
)

test.each(PACKS)(
  '%s: an independent FEEL engine answers every worked example alike',
  (pack) => {
    const program = programOf(pack)
    const examples = workedExamples(sourceOf(pack))
    expect(examples.length).toBeGreaterThan(0)
    const files = new Map(
      Object.keys(program.services).map((service) => [service, exported(program, service)]),
    )
    let byDoubles = 0
    const wrong = examples.flatMap(({ name, service, on, facts }) => {
      const file = files.get(service)
      if (!file) return [`${name}: no file`]
      const found = realDifferences(file, program, { facts, on })
      if (found.byDoubles) byDoubles += 1
      return found.real.map((one) => `${name}: ${one}`)
    })
    expect(wrong).toEqual([])
    expect(byDoubles).toBeLessThanOrEqual(examples.length / 10)
  },
  120_000,
)

test.each(PACKS)(
  '%s: the same on random facts',
  (pack) => {
    const program = programOf(pack)
    for (const service of Object.keys(program.services)) {
      const file = exported(program, service)
      fc.assert(
        fc.property(supplied(program), days, (facts, on) => {
          expect(realDifferences(file, program, { facts, on }).real).toEqual([])
        }),
        { numRuns: 40 },
      )
    }
  },
  120_000,
)
