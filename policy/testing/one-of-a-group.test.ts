import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersFor, appendAll, columnsFor, paidAmongIn, runner, Simulation } from '../src/bulk.ts'
import { lower } from '../src/one-case.ts'
import { evaluate, evaluateAmong, explain, type Facts } from '../src/run.ts'
import { reward, rewardsProgram, rewardsText } from './rewards-pack.ts'
import { complaintsAbout } from './small-pack.ts'

/*
 * 第2条(二) of the small measure, as if it read: 研发费用给 10% 补助；场地够大的给 10 万元；人员够的给
 * 8 万元；以上从高，不重复享受.
 */
const SERVICES = {
  'services/1-research.yaml': reward('research', 'spends', 'amount: tenth, excludes: [room, rent]'),
  'services/2-room.yaml': reward('room', 'roomy', 'amount: flat, excludes: [rent]'),
  'services/3-rent.yaml': reward('rent', 'staffed', 'amount: eight'),
}
const program = rewardsProgram(SERVICES)
const ON = '2025-03-01'
const REWARDS = ['research', 'room', 'rent'] as const

const paid = (facts: Facts) =>
  REWARDS.map((service) => evaluateAmong(program, { service, facts, on: ON }).pays?.payable ?? null)

/** The same, without what is not met. */
const told = (facts: Facts) =>
  REWARDS.map((service) => {
    const { answer, pays } = evaluateAmong(program, { service, facts, on: ON })
    return answer === 'not-met' ? '—' : (pays?.payable ?? null)
  })

/** 万元 of research spending, ㎡, people; null is missing. */
const firm = (spending: number | null, area: number | null, staff: number | null): Facts => ({
  'research-spending': spending,
  'site-area': area,
  staff,
})

// Golden, by hand: a tenth of 150 万元 is 15 万元, more than 10 and 8.
test('of those a firm meets only the highest is paid, of two as high the first', () => {
  expect(paid(firm(150, 300, 10))).toEqual(['150000', '0', '0'])
  expect(paid(firm(90, 300, 10))).toEqual(['0', '100000', '0'])
  expect(told(firm(90, 299, 10))).toEqual(['90000', '—', '0'])
  expect(told(firm(100, 300, 9))).toEqual(['100000', '0', '—'])
})

test('what is not met takes nothing from another', () => {
  expect(told(firm(0, 299, 10))).toEqual(['—', '—', '80000'])
})

test('an amount that may be lost is unknown, one that cannot be is told', () => {
  // Room may be met and pays more than eight and than nine; fifteen is safe from it.
  expect(paid(firm(90, null, 10))).toEqual([null, '100000', '0'])
  expect(paid(firm(150, null, 10))[0]).toBe('150000')
  // Spending is not known: it may pay up to 50 万元, so nobody is told a sum.
  expect(paid(firm(null, 300, 10))).toEqual([null, null, '0'])
})

test('the explanation says what is paid instead, and what each is by itself', () => {
  const asked = { service: 'rent', facts: firm(90, 300, 10), on: ON }
  const lines = explain(program, evaluateAmong(program, asked))
  expect(lines.join('\n')).toContain(
    '应付：0元（第2条(二)；从高不重复，付“room奖励”；单独计为80000元）',
  )
  const open = { ...asked, service: 'research', facts: firm(90, null, 10) }
  expect(explain(program, evaluateAmong(program, open), 'en').join('\n')).toContain(
    'only the higher is paid, perhaps The room reward; by itself 90000 yuan',
  )
  expect(evaluate(program, asked).pays?.payable).toBe('80000')
})

const some = (most: number) => fc.option(fc.integer({ min: 0, max: most }), { freq: 4 })
const firms = fc.tuple(some(200), some(600), some(20)).map(([a, b, c]) => firm(a, b, c))

/** Row by row, in the order of the services above. */
function paidInColumns(all: readonly Facts[]): readonly (readonly number[])[] {
  const plan = lower(program)
  const columns = columnsFor(program, { rows: 1 })
  appendAll(columns, program, all)
  const answers = answersFor(plan, { rows: all.length, keep: 'services' })
  runner(plan, { columns, answers, asked: { on: ON } })(0, all.length)
  const paid = paidAmongIn(plan, answers, all.length)
  const places = REWARDS.map((one) => plan.services.findIndex(({ name }) => name === one))
  return all.map((_, row) => places.map((place) => paid[place]?.[row] ?? -1))
}

const fen = (sum: string | null) => (sum === null ? Number.NaN : Number(sum) * 100)

test('columns pay what the interpreter pays', () => {
  fc.assert(
    fc.property(fc.array(firms, { minLength: 1, maxLength: 20 }), (all) => {
      expect(paidInColumns(all)).toEqual(all.map((facts) => paid(facts).map(fen)))
    }),
    { numRuns: 200 },
  )
})

test('more facts never change a sum that was told, and never more than one is paid', () => {
  fc.assert(
    fc.property(firms, firms, (facts, more) => {
      const known = Object.entries(facts).map(([name, value]) => [name, value ?? more[name]])
      const [before, after] = [paid(facts), paid(Object.fromEntries(known))]
      expect(after).toEqual(before.map((sum, at) => sum ?? after[at]))
      const met = REWARDS.filter(
        (service, at) =>
          Number(before[at]) > 0 && evaluate(program, { service, facts, on: ON }).answer === 'met',
      )
      expect(met.length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 500 },
  )
})

test('a simulation counts what is paid, not what each would be by itself', () => {
  const simulation = new Simulation(program, program, { on: ON })
  for (const [at, facts] of [firm(150, 300, 10), firm(90, 300, 10), firm(90, null, 10)].entries())
    simulation.add({ id: `${at}`, facts, groups: [] })
  const cost = simulation.run().map(({ service, draft }) => [service, draft])
  expect(Object.fromEntries(cost)).toMatchObject({
    research: { firms: 3, fen: 15_000_000 },
    room: { firms: 2, fen: 10_000_000 },
    rent: { firms: 3, fen: 0 },
  })
})

test('a group must be whole, and excludes what pays', () => {
  const codes = (services: Readonly<Record<string, string>>) =>
    complaintsAbout(rewardsText(services)).map(({ code }) => code)
  const half = {
    ...SERVICES,
    'services/1-research.yaml': SERVICES['services/1-research.yaml'].replace(
      '[room, rent]',
      '[room]',
    ),
  }
  expect(codes(half)).toContain('pays.excludes-part')
  const nothing = {
    ...SERVICES,
    'services/3-rent.yaml': reward('rent', 'staffed', 'amount: eight, excludes: [apply]'),
  }
  expect(codes(nothing)).toContain('pays.excludes-nothing')
  expect(codes(SERVICES)).not.toContain('pays.excludes-part')
})

test.each([
  ['2025-06-29', false],
  ['2025-06-30', false],
  ['2025-07-01', true],
])('a reward on %s, its review ending on 30 June: held is %s', (on, held) => {
  const outcome = evaluate(program, { service: 'rent', facts: firm(0, 0, 10), on })
  expect(outcome.answer).toBe('met')
  expect(outcome.pays).toMatchObject({ payable: '80000', review: { until: '2025-06-30', held } })
  const lines = explain(program, outcome).join('\n')
  expect(lines).toContain('公平竞争审查：市监局，支付至2025-06-30')
  expect(lines.includes('重新审查前不予支付')).toBe(held)
  expect(lines.includes('暂缓支付')).toBe(held)
})
