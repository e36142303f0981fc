import { factsAt } from '../../../../policy/src/bulk.ts'
import {
  type Asking,
  evaluate,
  type Facts,
  nextQuestion,
  type Program,
} from '../../../../policy/src/run.ts'
import { ASKED, enterprises } from '../w1/data.ts'

/** Questions until every service is decided, and what choosing one takes in microseconds. */
export type Questions = Readonly<
  Record<string, { readonly questions: number; readonly p50: number; readonly p99: number }>
>

type Choose = (askings: readonly Asking[], asked: readonly string[]) => string | null

/** Cases that start from nothing; the facts a case truly lacks cannot be had by asking. */
export function questions(program: Program, cases: number): Questions {
  const columns = enterprises(program, { rows: cases, seed: 13 })
  const names = [...Object.keys(program.facts), ...Object.keys(program.records)]
  let state = 1
  const random = () => {
    state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647
    return state / 2_147_483_647
  }
  const rest = (asked: readonly string[]) => names.filter((name) => !asked.includes(name))
  const ways: Readonly<Record<string, Choose>> = {
    'order of the form': (_, asked) => rest(asked)[0] ?? null,
    random: (_, asked) => rest(asked)[Math.floor(random() * rest(asked).length)] ?? null,
    'fact in most undecided criteria': (askings, asked) =>
      nextQuestion(askings, { without: asked }),
  }
  const rows = Array.from({ length: cases }, (_, row) => factsAt(columns, row))
  const all = rows.map((facts, row) => completed(facts, [...rows.slice(row + 1), ...rows]))
  return Object.fromEntries(
    Object.entries(ways).map(([name, choose]) => {
      const times: number[] = []
      const counts = all.map((truth) => asks(program, { truth, choose, times }))
      times.sort((a, b) => a - b)
      const at = (share: number) =>
        Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10
      const mean = counts.reduce((sum, one) => sum + one, 0) / cases
      return [name, { questions: Math.round(mean * 10) / 10, p50: at(0.5), p99: at(0.99) }]
    }),
  )
}

/** Whoever is asked can answer: what one firm's data lack is taken from the next that has it. */
function completed(facts: Facts, others: readonly Facts[]): Facts {
  const there = (value: Facts[string]) =>
    value !== null &&
    value !== undefined &&
    !(Array.isArray(value) && value.some((row) => Object.values(row).includes(null)))
  const names = [...new Set(others.flatMap((one) => Object.keys(one)))]
  const whole = names.map((name) => [
    name,
    there(facts[name]) ? facts[name] : others.find((one) => there(one[name]))?.[name],
  ])
  return Object.fromEntries(whole)
}

type Interview = { readonly truth: Facts; readonly choose: Choose; readonly times: number[] }

function asks(program: Program, { truth, choose, times }: Interview): number {
  const known: Record<string, Facts[string]> = {}
  const asked: string[] = []
  for (;;) {
    const askings = Object.keys(program.services).map((service): Asking => {
      const question = { service, facts: known, on: ASKED }
      return { program, question, outcome: evaluate(program, question) }
    })
    const open = askings.filter(({ outcome }) => outcome.answer === 'unknown')
    if (open.length === 0) return asked.length
    const began = performance.now()
    const name = choose(open, asked)
    times.push((performance.now() - began) * 1_000)
    if (name === null) return asked.length
    asked.push(name)
    known[name] = truth[name]
  }
}
