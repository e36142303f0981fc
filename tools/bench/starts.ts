import { newHome, removeHome, startProduct } from '../../testing/product.ts'
import { rounded, timingOf } from './timing.ts'

/** From `banfa demo` to its first answer: an empty folder (cluster, migrations, demo), then again. */
export async function benchStarts(times: number) {
  const first: number[] = []
  const next: number[] = []
  for (let time = 0; time < times; time += 1) {
    const home = await newHome()
    first.push(await startAndAsk(home))
    next.push(await startAndAsk(home))
    await removeHome(home)
  }
  return { firstStart: timingOf(first).p50, nextStart: timingOf(next).p50, times }
}

/** Milliseconds until the first answer; the stop afterwards does not count. */
async function startAndAsk(home: string): Promise<number> {
  const began = performance.now()
  const product = await startProduct(home)
  await fetch(`${product.address}/api/zone`)
  const taken = performance.now() - began
  await product.stop()
  return rounded(taken)
}
