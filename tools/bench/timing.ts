/** Milliseconds, two digits: more would be noise. */
export type Timing = { readonly p50: number; readonly p95: number; readonly p99: number }

/** How long an act takes, over many times; the first tenth only warms up. */
export async function timed(times: number, act: () => unknown): Promise<Timing> {
  for (let time = 0; time < times / 10; time += 1) await act()
  const taken: number[] = []
  for (let time = 0; time < times; time += 1) {
    const began = performance.now()
    await act()
    taken.push(performance.now() - began)
  }
  return timingOf(taken)
}

/** The nearest-rank percentiles of what was measured. */
export function timingOf(taken: readonly number[]): Timing {
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) => rounded(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

export const rounded = (milliseconds: number): number => Math.round(milliseconds * 100) / 100
