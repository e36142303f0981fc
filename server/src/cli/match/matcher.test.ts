import { smallestRepair } from '@banfa/policy/repair'
import { evaluate, type Facts, type Program, type WorkingDays, WrongFacts } from '@banfa/policy/run'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { programOf } from '../../../../policy/testing/packs.ts'
import { factsFor } from '../../../../policy/testing/random-facts.ts'
import { programs } from '../../../../policy/testing/random-program.ts'
import { calendarDays, publishedCalendar, workingDaysIn } from '../../kernel/index.ts'
import type { Firm } from './firm.ts'
import { interpreted } from './interpreted.ts'
import { matcher } from './matcher.ts'

const workingDays: WorkingDays = workingDaysIn(calendarDays(publishedCalendar()))
const asked = { on: '2024-03-01', workingDays, services: null }

const firmOf = (facts: Facts, at: number): Firm => ({
  row: at + 1,
  id: `E${at}`,
  facts,
  heads: new Map(),
  unreadable: null,
})

/** Facts that fit; the others are another test's. */
function fitting(program: Program, facts: Facts): boolean {
  try {
    for (const service of Object.keys(program.services)) {
      evaluate(program, { service, facts, on: asked.on, workingDays })
    }
    return true
  } catch (problem) {
    if (!(problem instanceof WrongFacts)) throw problem
    return false
  }
}

describe('a run over columns', () => {
  test('answers, pays, misses and mends as the interpreter does, enterprise by enterprise', () => {
    fc.assert(
      fc.property(
        programs.chain((program) =>
          fc.tuple(
            fc.constant(program),
            fc.array(factsFor(program), { minLength: 20, maxLength: 40 }),
          ),
        ),
        ([program, all]) => {
          const firms = all.filter((one) => fitting(program, one)).map(firmOf)
          const answered = matcher(program, asked).match(firms)
          expect(answered.map(({ matches }) => matches)).toEqual(
            firms.map(({ facts }) =>
              Object.keys(program.services).map((service) =>
                interpreted({ program, service, on: asked.on, workingDays }, facts),
              ),
            ),
          )
        },
      ),
      { numRuns: 150 },
    )
  }, 60_000)

  test('with --repair a refusal by a ratio, a score or a year’s figure is told what mends it', () => {
    const program = programOf('tech-sme-2017')
    const firms = fc
      .sample(factsFor(program), { numRuns: 400, seed: 7 })
      .filter((one) => fitting(program, one))
      .map(firmOf)
    const refused = (smallest: boolean) =>
      matcher(program, { ...asked, smallest })
        .match(firms)
        .flatMap(({ firm, matches }) => matches.map((one) => ({ ...one, facts: firm.facts })))
        .filter(({ answer }) => answer === 'not-met')
    const told = (rows: ReturnType<typeof refused>) =>
      rows.filter(({ repair }) => repair !== null).length
    const deep = refused(true)
    expect(told(deep)).toBeGreaterThan(told(refused(false)))
    for (const { service, facts, repair } of deep.slice(0, 50)) {
      const question = { service, facts, on: asked.on, workingDays }
      const found = smallestRepair(program, question, evaluate(program, question))
      expect(repair).toBe(found?.changes.map(({ says }) => says.zh).join('；') ?? null)
      if (found) expect(evaluate(program, { ...question, ...found }).answer).not.toBe('not-met')
    }
  })
})
