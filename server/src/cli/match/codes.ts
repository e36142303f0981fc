import type { Answers } from '@banfa/policy/bulk'
import type { Stands } from './repair.ts'

export const NOT_MET = 0
export const MET = 3

/** The two bits of a kept condition in a row. */
export const codeIn = ({ words }: Answers, at: number, row: number): number =>
  ((words[at >> 4]?.[row] ?? 0) >> ((at & 15) * 2)) & 3

export function standsAt(all: Answers, places: ReadonlyMap<string, number>, row: number): Stands {
  return (name) => {
    const code = codeIn(all, places.get(name) ?? 0, row)
    return code === MET ? 'met' : code === NOT_MET ? 'not-met' : 'open'
  }
}
