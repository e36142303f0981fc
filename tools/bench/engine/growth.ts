import { answersFor, runner } from '../../../policy/src/bulk.ts'
import { lower } from '../../../policy/src/one-case.ts'
import type { Condition, Expression, Program } from '../../../policy/src/run.ts'
import { ASKED, enterprises } from './w1/data.ts'
import { measure } from './w1/measure.ts'
import { cite, ge, words } from './w1/words.ts'

/** Criteria a second, in millions, for packs of so many criteria, ten to a service. */
export function growth(sizes: readonly number[]): Readonly<Record<string, number>> {
  const base = measure()
  const columns = enterprises(base, { rows: 100_000, seed: 5 })
  const runs = sizes.map((criteria) => {
    const plan = lower(synthetic(base, criteria))
    const answers = answersFor(plan, { rows: columns.rows, keep: 'services' })
    const run = runner(plan, { columns, answers, asked: { on: ASKED } })
    return { criteria, run, best: Infinity }
  })
  for (let round = 0; round < 8; round += 1) {
    for (const one of runs) {
      const began = process.cpuUsage().user
      one.run(0, columns.rows)
      one.best = Math.min(one.best, process.cpuUsage().user - began)
    }
  }
  return Object.fromEntries(
    runs.map(({ criteria, best }) => [criteria, Math.round((criteria * columns.rows) / best)]),
  )
}

function synthetic(base: Program, criteria: number): Program {
  const numbers = Object.values(base.facts).filter(({ type }) => type === 'count')
  const test = (at: number): Expression => {
    const fact = numbers[at % numbers.length]
    const amount = { over: String(1 + (at % 97)), under: '1' }
    const value = { kind: 'quantity', dimension: 'count', amount } as const
    return ge({ kind: 'fact', name: fact?.name ?? '' }, { kind: 'literal', value, printed: '' })
  }
  const about = (name: string) => ({ name, cite, title: words(name) })
  const groups = Array.from({ length: criteria / 10 }, (_, group): Condition => {
    const of = Array.from({ length: 10 }, (_, at): Condition => {
      const name = `c${group}-${at}`
      return { ...about(name), kind: 'computed', test: test(group * 10 + at), printed: name }
    })
    return { ...about(`c${group}`), kind: 'all', of }
  })
  const [service] = Object.values(base.services)
  if (!service) throw new Error('the measure has no service')
  const services = groups.map(({ name }) => ({ ...service, name, needs: name, pays: null }))
  const named = <T extends { readonly name: string }>(all: readonly T[]) =>
    Object.fromEntries(all.map((one) => [one.name, one]))
  return { ...base, values: {}, conditions: named(groups), services: named(services) }
}
