import { mkdir, readFile, writeFile } from 'node:fs/promises'

/** What one runner says at its end. Failures and skips by name: a number alone helps nobody. */
export type Tally = {
  readonly passed: number
  readonly failed: readonly string[]
  readonly skipped: readonly string[]
}

export const nothing: Tally = { passed: 0, failed: [], skipped: [] }
export const failure = (name: string): Tally => ({ ...nothing, failed: [name] })

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.flatMap((tally) => tally.failed),
    skipped: tallies.flatMap((tally) => tally.skipped),
  }
}

/** The one plain line that continuous integration reads: `12 passed, 0 failed`. */
export function lineOf(tally: Tally): string {
  const skipped = tally.skipped.length > 0 ? `, ${tally.skipped.length} skipped` : ''
  return `${tally.passed} passed, ${tally.failed.length} failed${skipped}`
}

/** A runner that ended badly, or ran nothing, has failed whatever its report says. */
export function judged(runner: string, tally: Tally, code: number | null): Tally {
  if (tally.failed.length > 0) return tally
  if (code !== 0)
    return { ...tally, failed: [`${runner}: ended with code ${code ?? 'none, by a signal'}`] }
  if (tally.passed === 0) return { ...tally, failed: [`${runner}: ran nothing`] }
  return tally
}

/** Names what failed and what was skipped, then the line. */
export function printTally(tally: Tally): void {
  for (const name of tally.skipped) console.log(`skipped: ${name}`)
  for (const name of tally.failed) console.log(`failed: ${name}`)
  console.log(lineOf(tally))
}

const folder = new URL('../.banfa/tally/', import.meta.url)

/** Leaves the tally for `.ci/run`, which sums several commands. */
export async function keepTally(name: string, tally: Tally): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(new URL(`${name}.json`, folder), JSON.stringify(tally))
}

/** The tally a command left; a command that left none has failed. */
export async function keptTally(name: string): Promise<Tally> {
  const text = await readFile(new URL(`${name}.json`, folder), 'utf8').catch(() => null)
  return text === null ? failure(`${name}: left no result`) : JSON.parse(text)
}
