import { below } from '../check/known.ts'
import type { WorkingDays } from '../evaluate/frame.ts'
import type { PackSource } from '../syntax/read-pack.ts'
import { type Complaint, Complaints, type Position } from '../text/complaint.ts'
import { boundariesOf, type Looked } from './boundaries.ts'
import { workedExamples } from './worked-example.ts'

/**
 * Numbers and days of the measure on which, below which or above which no example of the pack stands,
 * each at the condition or value that bears it. A pack without examples is told nothing.
 */
export function boundariesUntried(
  program: Looked,
  source: PackSource,
  workingDays: WorkingDays | null = null,
): readonly Complaint[] {
  if (source.examples.length === 0) return []
  const places = placesIn(source)
  const complaints = new Complaints()
  for (const boundary of boundariesOf(program, workedExamples(source), workingDays)) {
    const { condition, cite, printed, ...sides } = boundary
    const untried = SIDES.filter(({ side }) => !sides[side])
    const at = places.get(condition)
    if (untried.length === 0 || !at) continue
    complaints.add({
      at,
      cite,
      level: 'warning',
      code: 'example.boundary',
      zh: `${condition}（${printed}）没有这样的例子：${untried.map(({ zh }) => zh).join('、')}`,
      en: `${condition} (${printed}) has no example: ${untried.map(({ en }) => en).join(', ')}`,
    })
  }
  return complaints.sorted()
}

const SIDES = [
  { side: 'at', zh: '恰好', en: 'on it' },
  { side: 'below', zh: '以下', en: 'below it' },
  { side: 'above', zh: '以上', en: 'above it' },
] as const

/** Where each condition and value stands. */
export function placesIn(source: PackSource): ReadonlyMap<string, Position> {
  const conditions = source.conditions.flatMap(below)
  return new Map([
    ...conditions.map(({ condition, at }) => [condition, at] as const),
    ...source.values.map(({ value, at }) => [value, at] as const),
    ...source.services.map(({ service, at }) => [`${service}-payable`, at] as const),
  ])
}
