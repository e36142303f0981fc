import { namesIn } from '../../../policy/src/check/formula-here.ts'
import { typeFlag } from '../../../policy/src/check/formula-types.ts'
import { knownOf } from '../../../policy/src/check/known.ts'
import { conditionsIn } from '../../../policy/src/program/conditions-in.ts'
import { parseFormula } from '../../../policy/src/syntax/parse-formula.ts'
import { Complaints } from '../../../policy/src/text/complaint.ts'
import { programOf, sourceOf } from '../../../policy/testing/packs.ts'

const PACKS = ['tech-sme-2017', 'hnte-recognition-2016', 'international-incubators']

/**
 * Microseconds to parse and type one criterion of the repository's packs, the median of rounds; and
 * milliseconds for ten thousand of them in one go.
 */
export function parsing(): {
  readonly criteria: number
  readonly us: number
  readonly manyMs: number
} {
  const formulas = PACKS.flatMap((pack) => {
    const { scope } = knownOf(sourceOf(pack), new Complaints())
    const conditions = Object.values(programOf(pack).conditions).flatMap(conditionsIn)
    return conditions.flatMap((one) =>
      one.kind === 'computed' ? [{ scope, text: one.printed }] : [],
    )
  })
  const rounds = Array.from({ length: 200 }, () => {
    const began = performance.now()
    for (const { scope, text } of formulas) typeFlag(parseFormula(text, namesIn(scope)), scope)
    return ((performance.now() - began) * 1_000) / formulas.length
  })
  const us = rounds.toSorted((a, b) => a - b)[rounds.length >> 1] ?? Number.NaN
  const began = performance.now()
  for (let at = 0; at < 10_000; at += 1) {
    const one = formulas[at % formulas.length]
    if (one) typeFlag(parseFormula(one.text, namesIn(one.scope)), one.scope)
  }
  const manyMs = Math.round(performance.now() - began)
  return { criteria: formulas.length, us: Math.round(us * 10) / 10, manyMs }
}
