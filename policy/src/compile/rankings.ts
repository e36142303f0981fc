import { plain } from '../check/words.ts'
import type { Citation } from '../program/citation.ts'
import type { Quotas, Ranking, Seats } from '../program/declarations.ts'
import type { PackText } from '../syntax/pack-shapes.ts'
import type { RankingText, SeatsText } from '../syntax/ranking-shape.ts'
import { type Rational, ratio } from '../values/rational.ts'
import { measured } from '../values/unit.ts'

export function rankingsOf(pack: PackText): readonly Ranking[] {
  return (pack.rankings ?? []).map((ranking) => ({
    name: ranking.name,
    title: plain(ranking.title),
    cite: ranking.cite as Citation,
    by: ranking.by,
    thenBy: ranking['then-by'] ?? [],
    ties: ranking.ties,
    grades: ranking.grades.map((grade) => ({
      grade: grade.grade,
      title: plain(grade.title),
      atLeast: numberOf(grade['at-least']?.formula),
      top: grade.top ? seatsOf(grade.top) : null,
    })),
    ceilings: (ranking.ceilings ?? []).map(({ when, grade }) => ({ when, grade })),
    ...(ranking.services && { services: ranking.services }),
    ...(ranking.quotas && { quotas: quotasOf(ranking.quotas) }),
  }))
}

function seatsOf({ places, share, round }: SeatsText): Seats {
  if (places !== undefined) return { places }
  return { share: numberOf(share?.formula) ?? ratio(0n, 1n), round: round ?? 'down' }
}

function quotasOf({ least, ties, of }: NonNullable<RankingText['quotas']>): Quotas {
  return {
    least: least ?? null,
    ties: ties ?? 'meeting',
    of: of.map((quota) => ({
      quota: quota.quota,
      title: plain(quota.title),
      cite: quota.cite as Citation,
      seats: seatsOf(quota),
      within: quota.within ?? null,
      only: quota.only ?? null,
    })),
  }
}

function numberOf(text: string | undefined): Rational | null {
  return text === undefined ? null : (measured(text)?.amount ?? null)
}
