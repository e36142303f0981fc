import { factsAt, Simulation } from '../../../policy/src/bulk.ts'
import { ASKED, enterprises } from './w1/data.ts'
import { measure } from './w1/measure.ts'

export type WhatIf = { readonly firms: number; readonly median: number; readonly least: number }

const PAGE = 50_000
const ROUNDS = 7

/**
 * `Simulation` whole, one thread: a moved threshold over so many firms, until who gains and falls out
 * is named and everything is counted by two groupings. Milliseconds.
 */
export function whatIf(firms: number): WhatIf {
  const base = measure()
  const simulation = new Simulation(base, base, { on: ASKED })
  for (let from = 0; from < firms; from += PAGE) {
    const rows = Math.min(PAGE, firms - from)
    const columns = enterprises(base, { rows, seed: 20_260_331 + from })
    for (let row = 0; row < rows; row += 1) {
      const groups = [`district ${row % 32}`, `size ${row % 4}`]
      simulation.add({ id: String(from + row), facts: factsAt(columns, row), groups })
    }
  }
  simulation.run()
  const taken = Array.from({ length: ROUNDS }, (_, round) => {
    const draft = measure(`${301 + round}平方米`)
    const began = performance.now()
    simulation.redraft(draft)
    simulation.run()
    return performance.now() - began
  }).toSorted((a, b) => a - b)
  const [median = 0, least = 0] = [taken[ROUNDS >> 1], taken[0]]
  return { firms, median: Math.round(median), least: Math.round(least) }
}
