import { compile, readPack } from '@banfa/policy'
import { evaluate, type Facts, type Program, type WorkingDays, WrongFacts } from '@banfa/policy/run'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../../../policy/testing/packs.ts'
import { factsFor } from '../../../../policy/testing/random-facts.ts'
import { programs } from '../../../../policy/testing/random-program.ts'
import { withFormula } from '../../../../policy/testing/small-pack.ts'
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

  test.each([
    ['研发费用 / 营业收入 >= 30%', { turnover: 11 }, '研发费用由1万元增加到3.3万元'],
    ['运营起始日 + 12 个月 <= 申报日', { 'opened-on': '2023-06-01' }, '最早于2024-06-01申报'],
    ['sum(年度数据.年度收入) >= 5 万元', { yearly: [{ year: 2023, revenue: 3 }] }, '增加到5万元'],
  ] as const)('with --repair %s is told what mends it', (formula, facts, says) => {
    const { program } = compile(readPack(withFormula(formula)), sha256)
    if (!program) throw new Error('the small measure compiles')
    const firm = firmOf({ 'research-spending': 1, cooperates: 'met', ...facts }, 0)
    const repairIn = (smallest: boolean) =>
      matcher(program, { ...asked, smallest }).match([firm])[0]?.matches[0]
    expect(repairIn(false)).toMatchObject({ answer: 'not-met', repair: null })
    expect(repairIn(true)?.repair).toContain(says)
  })
})
