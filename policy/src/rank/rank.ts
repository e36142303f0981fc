import type { RankedGrade, Ranking } from '../program/declarations.ts'
import type { Words } from '../program/words.ts'
import { compareRationals, type Rational } from '../values/rational.ts'
import { inPlaces, type Measured } from './places.ts'
import { seatsAmong } from './seats.ts'

/** One of the field: its score, what settles ties, and the best grade it may still have. */
export type Contestant = {
  /** Nobody else's in the field. */
  readonly id: string
  /** Null where there is none yet: it is not ranked and has no grade. */
  readonly score: Rational | null
  /** In the order of the ranking's `thenBy`; higher is better, null (not known) below all. */
  readonly thenBy: readonly (Rational | null)[]
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
 * points, a place among its seats, no ceiling below it. Equals at the edge of the seats come in
 * together or stay out together, as the ranking says; nothing else depends on anybody's order.
 * @throws RangeError when a ceiling is no grade of the ranking, or two of the field bear one id
 */
export function rank(ranking: Ranking, field: readonly Contestant[]): readonly Ranked[] {
  mustBeSound(ranking, field)
  const scored = field.flatMap((one) => (one.score ? [{ ...one, score: one.score }] : []))
  const standings = standingsOf(scored)
  return field.map((one) => {
    const standing = standings.get(one.id)
    if (!standing) return { id: one.id, place: null, grade: null, because: NO_SCORE }
    return { id: one.id, place: standing.place, ...gradeOf(ranking, standing, one.ceiling) }
  })
}

function mustBeSound({ grades }: Ranking, field: readonly Contestant[]): void {
  const names = new Set(grades.map(({ grade }) => grade))
  const strange = field.find(({ ceiling }) => ceiling !== null && !names.has(ceiling))
  if (strange) throw new RangeError(`no such grade: ${strange.ceiling}`)
  if (new Set(field.map(({ id }) => id)).size < field.length)
    throw new RangeError('two of the field bear one id')
}

type Standing = {
  readonly score: Rational
  readonly place: number
  /** The last place of those who are equal. */
  readonly last: number
  readonly of: number
}

function standingsOf(scored: readonly Measured[]): ReadonlyMap<string, Standing> {
  return new Map(
    inPlaces(scored).flatMap(({ place, all }) =>
      all.map(({ id, score }) => {
        const last = place + all.length - 1
        return [id, { score, place, last, of: scored.length }] as const
      }),
    ),
  )
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
  return (ties === 'let-in' ? standing.place : standing.last) <= seatsAmong(top, standing.of)
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
