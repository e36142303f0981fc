import autocannon from 'autocannon'
import { rounded, timingOf } from '../timing.ts'

export type Load = {
  readonly url: string
  readonly cookie?: string
  readonly connections: number
  readonly seconds: number
  /** Requests a second in all; as many as it can when left out. */
  readonly rate?: number
}

/** Answers a second and milliseconds an answer; whatever is not a 2xx is counted apart. */
export type Carried = {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly refused: number
}

/** Asks one address over and over; a second of warming up does not count. */
export async function carry({ url, cookie, connections, seconds, rate }: Load): Promise<Carried> {
  const headers = cookie === undefined ? {} : { cookie }
  const every = rate === undefined ? {} : { overallRate: rate }
  await run({ url, headers, connections, duration: 1 }, [])
  const taken: number[] = []
  const result = await run({ url, headers, connections, duration: seconds, ...every }, taken)
  const { p50, p95 } = timingOf(taken)
  const refused = result.non2xx + result.errors + result.timeouts
  return { perSecond: rounded(result['2xx'] / result.duration), p50, p95, refused }
}

function run(options: autocannon.Options, taken: number[]): Promise<autocannon.Result> {
  return new Promise((resolve, reject) => {
    const instance = autocannon(options, (error, result) =>
      error ? reject(error) : resolve(result),
    )
    instance.on('response', (...[, , , milliseconds]) => {
      taken.push(milliseconds)
    })
  })
}
