import { nothing, sum, type Tally } from './tally.ts'

type VitestReport = {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

/** Vitest's JSON report. A file that did not even load counts as one failure. */
export function readVitest(report: VitestReport): Tally {
  return sum(
    report.testResults.map(({ name, status, assertionResults }) => {
      if (assertionResults.length === 0 && status === 'failed')
        return { ...nothing, failed: [name] }
      const named = (wanted: readonly string[]) =>
        assertionResults.filter((one) => wanted.includes(one.status)).map((one) => one.fullName)
      return {
        passed: named(['passed']).length,
        failed: named(['failed']),
        skipped: named(['skipped', 'pending', 'todo', 'disabled']),
      }
    }),
  )
}

type Suite = {
  readonly suites?: readonly Suite[]
  readonly specs?: readonly {
    readonly title: string
    readonly file: string
    readonly tests: readonly { readonly status: string }[]
  }[]
}
type PlaywrightReport = Suite & { readonly errors: readonly { readonly message?: string }[] }

/** Playwright's JSON report. A journey that passed only on a second try has failed. */
export function readPlaywright(report: PlaywrightReport): Tally {
  const errors = report.errors.map((error) => `playwright: ${error.message ?? 'unnamed error'}`)
  return sum([{ ...nothing, failed: errors }, ofSuite(report)])
}

function ofSuite(suite: Suite): Tally {
  const specs = (suite.specs ?? []).flatMap(({ title, file, tests }) =>
    tests.map(({ status }) => ofStatus(status, `${file}: ${title}`)),
  )
  return sum([...specs, ...(suite.suites ?? []).map(ofSuite)])
}

function ofStatus(status: string, name: string): Tally {
  if (status === 'expected') return { ...nothing, passed: 1 }
  if (status === 'skipped') return { ...nothing, skipped: [name] }
  return { ...nothing, failed: [name] }
}
