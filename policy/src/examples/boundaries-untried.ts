import type { Program } from '../program/program.ts'
import type { PackSource } from '../syntax/read-pack.ts'
import type { Complaint } from '../text/complaint.ts'
import { boundariesOf } from './boundaries.ts'
import { workedExamples } from './worked-example.ts'

/** Numbers and days of the measure on which, below which or above which no example of the pack stands. */
export function boundariesUntried(program: Program, source: PackSource): readonly Complaint[] {
  const examples = workedExamples(source)
  const [anywhere] = source.examples
  if (!anywhere) return []
  return boundariesOf(program, examples).flatMap(({ condition, cite, printed, ...sides }) => {
    const untried = [
      ...(sides.at ? [] : [{ zh: '恰好', en: 'on it' }]),
      ...(sides.below ? [] : [{ zh: '以下', en: 'below it' }]),
      ...(sides.above ? [] : [{ zh: '以上', en: 'above it' }]),
    ]
    if (untried.length === 0) return []
    const zh = untried.map((side) => side.zh).join('、')
    const en = untried.map((side) => side.en).join(', ')
    return [
      {
        file: anywhere.file,
        line: 1,
        column: 1,
        level: 'warning',
        cite,
        code: 'example.boundary',
        says: {
          zh: `${condition}（${printed}）没有这样的例子：${zh}`,
          en: `${condition} (${printed}) has no example: ${en}`,
        },
        suggestion: null,
      } satisfies Complaint,
    ]
  })
}
