import { CITATION } from './citation-text.ts'
import { count, fields, key, listOf, matching, type Of, oneOf } from './shape.ts'
import { formula } from './value-shape.ts'
import { words } from './vocabulary-shape.ts'

/** A citation's spelling: 第7条, 第7条(四). Whether the article exists is checked later. */
export const citation = matching(CITATION, '条款，如 第7条(四)、三(一)、附件1(2) (a citation)')

/** `places`, or `share` with `round`; which of them is checked later. */
const seats = {
  places: count,
  share: formula,
  round: oneOf('up', 'down', 'half-up'),
}

const quotas = fields(
  {
    of: listOf(
      fields({ quota: key, title: words, cite: citation }, { ...seats, within: key, only: key }),
    ),
  },
  { least: key, ties: oneOf('let-in', 'leave-out', 'meeting') },
)

/** Grades by score or place, and who is inside. */
export const rankingShape = fields(
  {
    name: key,
    title: words,
    cite: citation,
    by: key,
    ties: oneOf('let-in', 'leave-out'),
    grades: listOf(
      fields(
        { grade: key, title: words },
        {
          'at-least': formula,
          top: fields({}, seats),
        },
      ),
    ),
  },
  {
    'then-by': listOf(key),
    ceilings: listOf(fields({ when: key, grade: key })),
    services: listOf(key),
    quotas,
  },
)

export type RankingText = Of<typeof rankingShape>
export type QuotaText = Of<typeof quotas>['of'][number]
export type SeatsText = Pick<QuotaText, 'places' | 'share' | 'round'>
