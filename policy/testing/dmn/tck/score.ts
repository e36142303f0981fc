import type { Ran } from './run-tck.ts'

/** Suites of level 3 about what a measure says: comparing, bands, tables, days, rounding, services. */
const NEEDED = [
  '0001-filter',
  '0004-lending',
  '0005-literal-invocation',
  '0014-loan-comparison',
  '0016-some-every',
  '0017-tableTests',
  '0020-vacation-days',
  '0030-user-defined-functions',
  '0032-conditionals',
  '0036-dt-variable-input',
  '0037-dt-on-bkm-implicit-params',
  '0038-dt-on-bkm-explicit-params',
  '0039-dt-list-semantics',
  '0064-feel-conjunction',
  '0065-feel-disjunction',
  '0066-feel-negation',
  '0068-feel-equality',
  '0071-feel-between',
  '0072-feel-in',
  '0073-feel-comments',
  '0085-decision-services',
  '0087-chapter-11-example',
  '0088-no-decision-logic',
  '0099-arithmetic-negation',
  '0100-arithmetic',
  '1100-feel-decimal-function',
  '1101-feel-floor-function',
  '1102-feel-ceiling-function',
  '1110-feel-contains-function',
  '1115-feel-date-function',
  '1141-feel-round-up-function',
  '1142-feel-round-down-function',
  '1143-feel-round-half-up-function',
  '1144-feel-round-half-down-function',
  '1150-boxed-conditional',
]

export type Score = {
  readonly of: string
  readonly total: number
  readonly passed: number
  readonly byNull: number
  readonly outside: number
  readonly differs: number
}

function scoreOf(of: string, ran: readonly Ran[]): Score {
  const count = (went: Ran['went']) => ran.filter((one) => one.went === went).length
  return {
    of,
    total: ran.length,
    passed: count('passed'),
    byNull: count('by null'),
    outside: count('outside'),
    differs: count('differs'),
  }
}

/** The score of each level, and of the suites of level 3 that the profile needs. */
export function scoresOf(ran: readonly Ran[]): readonly Score[] {
  const levels = [...Map.groupBy(ran, ({ level }) => level)].map(([level, all]) =>
    scoreOf(level, all),
  )
  const needed = ran.filter(({ suite }) => NEEDED.includes(suite))
  return needed.length === 0 ? levels : [...levels, scoreOf('needed of level 3', needed)]
}

/** Scores, then what lies outside by its reason, then each deviation by null and each fault. */
export function report(ran: readonly Ran[], { all }: { readonly all: boolean }): readonly string[] {
  const lines = scoresOf(ran).map(
    ({ of, total, passed, byNull, outside, differs }) =>
      `${of}: ${passed} / ${total} passed (${share(passed, total)}); by null ${byNull}, outside the profile ${outside}, differs ${differs}; inside the profile ${share(passed, total - outside)}`,
  )
  const named = ({ suite, id, why }: Ran) => `  ${suite} ${id}: ${why}`
  const of = (went: Ran['went']) => ran.filter((one) => one.went === went)
  const reasons = [...Map.groupBy(of('outside'), ({ why }) => why.replace(/^column \d+: /, ''))]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([why, some]) => `  ${some.length} × ${why}`)
  const shown = <T>(list: readonly T[]) => (all ? list : list.slice(0, 12))
  return [
    ...lines,
    ...section('outside the profile', shown(reasons), reasons.length),
    ...section('deviations by null', shown(of('by null').map(named)), of('by null').length),
    ...section('differs', shown(of('differs').map(named)), of('differs').length),
  ]
}

function section(title: string, lines: readonly string[], total: number): readonly string[] {
  if (total === 0) return []
  const rest = total > lines.length ? [`  … ${total - lines.length} more; --all shows them`] : []
  return [`${title}:`, ...lines, ...rest]
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`
}
