import { answersFor, runner } from '../../../policy/src/bulk.ts'
import { lower } from '../../../policy/src/one-case.ts'
import type { Program } from '../../../policy/src/run.ts'
import { ASKED, enterprises } from './w1/data.ts'

/** What exactness costs: the same code with its care for near doubles taken out, turn by turn. */
type Care = {
  /** Times as long as in doubles alone. */
  readonly times: number
  /** Answers doubles alone give otherwise, of so many. */
  readonly differ: number
  readonly of: number
}

type Plan = ReturnType<typeof lower>

export function careCosts(program: Program, rows: number, rounds: number): Care {
  const columns = enterprises(program, { rows, planted: 0, seed: 11 })
  const exact = lower(program)
  const [careful, careless] = [exact, inDoubles(exact)].map((plan) => {
    const answers = answersFor(plan, { rows, keep: 'services' })
    return {
      answers,
      run: runner(plan, { columns, answers, asked: { on: ASKED } }),
      best: Infinity,
    }
  })
  if (!careful || !careless) throw new Error('both are run')
  for (let round = -2; round < rounds; round += 1) {
    for (const one of [careful, careless]) {
      const began = process.cpuUsage().user
      one.run(0, rows)
      if (round >= 0) one.best = Math.min(one.best, process.cpuUsage().user - began)
    }
  }
  const services = Object.keys(program.services).length
  const [ours, theirs] = [careful.answers, careless.answers].map(({ words }) => words[0])
  if (!ours || !theirs) throw new Error('a word holds sixteen services')
  const differ = ours.reduce((sum, word, row) => sum + bitPairs(word ^ (theirs[row] ?? 0)), 0)
  return {
    times: Math.round((careful.best / careless.best) * 100) / 100,
    differ,
    of: rows * services,
  }
}

/** How many of a word's pairs of bits are not 0. */
function bitPairs(word: number): number {
  let pairs = 0
  for (let at = 0; at < 16; at += 1) if ((word >> (at * 2)) & 3) pairs += 1
  return pairs
}

/** Each operation that asks the interpreter gives its double instead; what only it needed is not made. */
function inDoubles(plan: Plan): Plan {
  const instead = new Map<number, number>()
  const now = (id: number): number => instead.get(id) ?? id
  const ops = plan.ops.map((op, id) => {
    const of = op.of.map(now)
    if (op.is === 'exact' || op.is === 'order') instead.set(id, of[1] ?? 0)
    return { ...op, of }
  })
  const services = plan.services.map((one) => ({
    ...one,
    amount: one.amount === null ? null : now(one.amount),
    payable: one.payable === null ? null : now(one.payable),
  }))
  const conditions = plan.conditions.map((one) => ({ ...one, t: now(one.t) }))
  return { ...plan, ops, services, conditions }
}
