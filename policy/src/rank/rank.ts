import type { RankedGrade, Ranking } from '../program/declarations.ts'
import type { Words } from '../program/words.ts'
import { compareRationals, type Rational, ratio, roundToWhole, times } from '../values/rational.ts'

/** One of the field: its score, what settles ties, and the best grade it may still have. */
export type Contestant = {
  readonly id: string
  /** Null where there is none yet: it is not ranked and has no grade. */
  readonly score: Rational | null
  /** In the order of the ranking's `thenBy`; higher is better. */
  readonly thenBy: readonly Rational[]
  /** No better than this grade, because a ceiling's condition is met; null without one. */
  readonly ceiling: string | null
}

export type Ranked = {
  readonly id: string
  /** 1 is the best; equals share the better place, and the next one counts them all. */
  readonly place: number | null
  readonly grade: string | null
  readonly because: Words
}

/**
 * Places and grades of a whole field, in the order given. Grades are tried from the best: enough
 * points, a place within its share, no ceiling below it. Equals at the edge of a share come in
 * together or stay out together, as the ranking says; nothing else depends on anybody's order.
 */
export function rank(ranking: Ranking, field: readonly Contestant[]): readonly Ranked[] {
  const scored = field.flatMap((one) => (one.score ? [{ ...one, score: one.score }] : []))
  const places = new Map(scored.map((one) => [one.id, placeOf(one, scored)]))
  const equals = (place: number) => [...places.values()].filter((other) => other === place).length
  return field.map((one) => {
    const place = places.get(one.id)
    if (!one.score || place === undefined)
      return { id: one.id, place: null, grade: null, because: NO_SCORE }
    const standing = { score: one.score, place, last: place + equals(place) - 1, of: scored.length }
    return { id: one.id, place, ...gradeOf(ranking, standing, one.ceiling) }
  })
}

type Scored = Contestant & { readonly score: Rational }

/** One more than those who are better. */
function placeOf(one: Scored, all: readonly Scored[]): number {
  return 1 + all.filter((other) => better(other, one) > 0).length
}

function better(a: Scored, b: Scored): number {
  const pairs = [[a.score, b.score], ...a.thenBy.map((mine, at) => [mine, b.thenBy[at] ?? mine])]
  for (const [left, right] of pairs) {
    const order = left && right ? compareRationals(left, right) : 0
    if (order !== 0) return order
  }
  return 0
}

type Standing = {
  readonly score: Rational
  readonly place: number
  /** The last place of those who are equal. */
  readonly last: number
  readonly of: number
}

function gradeOf(ranking: Ranking, standing: Standing, ceiling: string | null) {
  const { grades, ties } = ranking
  const least = ceiling === null ? 0 : grades.findIndex(({ grade }) => grade === ceiling)
  const reached = grades.findIndex((grade) => reaches(grade, standing, ties))
  const at = reached < 0 ? -1 : Math.max(reached, least)
  const grade = grades[at]
  if (!grade) return { grade: null, because: NO_GRADE }
  return { grade: grade.grade, because: reasonFor(grade, standing, at > reached) }
}

function reaches(
  { atLeast, top }: RankedGrade,
  standing: Standing,
  ties: Ranking['ties'],
): boolean {
  if (atLeast && compareRationals(standing.score, atLeast) < 0) return false
  if (!top) return true
  const share = times(top.share, ratio(BigInt(standing.of), 1n))
  const seats = Number(roundToWhole(share, top.round))
  return (ties === 'let-in' ? standing.place : standing.last) <= seats
}

function reasonFor({ title }: RankedGrade, { place, of }: Standing, held: boolean): Words {
  return held
    ? {
        zh: `第${place}名（共${of}名），因限制事项最高为${title.zh}`,
        en: `place ${place} of ${of}; no better than ${title.en} because of a ceiling`,
      }
    : { zh: `第${place}名（共${of}名）：${title.zh}`, en: `place ${place} of ${of}: ${title.en}` }
}

const NO_SCORE: Words = { zh: '还没有得分，不排名', en: 'no score yet, not ranked' }
const NO_GRADE: Words = { zh: '没有达到任何等次', en: 'reaches no grade' }
