import { chromium } from '@playwright/test'
import { emitModule } from '../../policy/src/run.ts'
import { findBrowser } from '../../testing/browser.ts'
import { compiledPack } from './program.ts'
import { type Timing, timingOf } from './timing.ts'

/** The self-check of each service as a browser gets it: loading the module, then one evaluation. */
export async function benchBrowser(times: number) {
  const { program, examples } = await compiledPack()
  const { executablePath, args, env } = await findBrowser()
  const browser = await chromium.launch({
    executablePath,
    args: [...args],
    env: { ...(process.env as Record<string, string>), ...env },
  })
  const page = await browser.newPage()
  const figures: Record<string, Module> = {}
  for (const service of new Set(examples.map((example) => example.service))) {
    const text = emitModule(program, service)
    const example = examples.find((one) => one.service === service)
    const given = { text, facts: example?.facts, on: example?.on ?? '', times }
    const { load, taken } = await page.evaluate(inBrowser, given)
    figures[service] = { bytes: text.length, load, evaluation: timingOf(taken) }
  }
  await browser.close()
  return figures
}

type Module = { readonly bytes: number; readonly load: number; readonly evaluation: Timing }
type Given = { text: string; facts: unknown; on: string; times: number }

/** Batches of ten: a browser's clock ticks in tenths of a millisecond. */
async function inBrowser({ text, facts, on, times }: Given) {
  const began = performance.now()
  const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  const module = await import(address)
  const load = Math.round((performance.now() - began) * 100) / 100
  const taken: number[] = []
  for (let time = 0; time < times; time += 1) {
    const start = performance.now()
    for (let inner = 0; inner < 10; inner += 1) module.evaluate(facts, on)
    taken.push((performance.now() - start) / 10)
  }
  return { load, taken }
}
