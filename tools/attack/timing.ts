import type { Ground, Outcome, Trial } from './trial.ts'

const ROUNDS = 300
/** At chance, one of two answers is the slower half of the time; 300 of each stray from that by 0.024. */
const MOST_APART = 0.1

/**
 * Whether the time of an answer tells that an identifier exists: a case of another district against
 * ones that never were, asked in turn by an officer who may see neither.
 */
export const timing = (foreign: string, cookie: string): Trial => ({
  tool: 'timing',
  async attack(ground) {
    const took = { foreign: [] as number[], absent: [] as number[] }
    const ask = async (kind: keyof typeof took) => {
      const id = kind === 'foreign' ? foreign : crypto.randomUUID()
      took[kind].push(await timeOf(`${ground.address}/api/cases/${id}`, cookie))
    }
    for (let round = 0; round < ROUNDS; round++) {
      const [first, second] = round % 2 === 0 ? PAIR : PAIR.toReversed()
      for (const kind of [first, second]) if (kind) await ask(kind)
    }
    return toldBy(took, ground)
  },
})

const PAIR = ['foreign', 'absent'] as const

type Took = { readonly foreign: readonly number[]; readonly absent: readonly number[] }

function toldBy({ foreign, absent }: Took, { address }: Ground): Outcome {
  const slower = shareSlower(foreign, absent)
  const ms = (times: readonly number[]) => `${median(times).toFixed(2)} ms`
  const says = `medians ${ms(foreign)} for a case of another district, ${ms(absent)} for one that never was; the first slower in ${Math.round(slower * 100)} of 100 pairs`
  const isTold = Math.abs(slower - 0.5) > MOST_APART
  return {
    tool: 'timing',
    tried: `${says}; answers timed`,
    count: foreign.length + absent.length,
    findings: isTold ? [{ severity: 'above', says: `${address}/api/cases: ${says}` }] : [],
  }
}

/** Of all pairs, the share in which the first is the slower (Mann–Whitney U over n·m). */
function shareSlower(some: readonly number[], others: readonly number[]): number {
  const wins = some.map((one) => others.filter((other) => one > other).length)
  return wins.reduce((sum, of) => sum + of, 0) / (some.length * others.length)
}

async function timeOf(url: string, cookie: string): Promise<number> {
  const began = performance.now()
  await (await fetch(url, { headers: { cookie } })).arrayBuffer()
  return performance.now() - began
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
}
