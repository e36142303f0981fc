import type { Expression } from '../../program/expression.ts'
import { asKind, chosen } from './choices.ts'
import { ordered, steady } from './numbers.ts'
import type { Page } from './page.ts'
import { q } from './piece.ts'
import { bits, codeOf, together, truthOfVal, type Val } from './results.ts'

type Scored = Extract<Expression, { kind: 'scored' }>

/**
 * Where the range is one number that is the answer; a score outside its range is unknown. A range
 * that does not apply at both ends is the answer too; at one end no score lies in it.
 */
export function scored({ name, from, to }: Scored, page: Page): Val {
  const { sheets } = page
  const [low, high] = [page.work(from), page.work(to)].map((one) =>
    steady(asKind(one, 'quantity', sheets), sheets),
  ) as [Val, Val]
  const given = steady(page.fact(name), sheets)
  const range = together([low, high], sheets)
  const inside = q`(${ordered('>=', [given, low], sheets)} and ${ordered('<=', [given, high], sheets)})`
  const score: Val = {
    ...given,
    v: q`(case when ${inside} then ${given.v} end)`,
    state: {
      may: (given.state.may & ~bits.NOT_APPLYING) | bits.UNKNOWN,
      code: sheets.share(
        q`(case when ${codeOf(given)} = 2 then 2 when coalesce(${inside}, false) then 0 else 3 end)`,
      ),
    },
  }
  const same: Val = {
    kind: 'flag',
    v: ordered('=', [low, high], sheets),
    under: 1n,
    state: range,
  }
  const when = truthOfVal(same, sheets)
  const ranged = chosen({ when, gives: low, otherwise: score }, sheets)
  const away = low.state.may & high.state.may & bits.NOT_APPLYING
  if (away === 0) return ranged
  const code = q`(case when ${codeOf(low)} = 1 and ${codeOf(high)} = 1 then 1 else ${codeOf(ranged)} end)`
  return { ...ranged, state: { may: ranged.state.may | away, code: sheets.share(code) } }
}
