import type { Program } from '../../../../policy/src/run.ts'
import { postgresStyle, query, totals, YEARLY } from '../peers/sql.ts'

/** Where to read, and what keeps PostgreSQL from working a shared layer out many times. */
type Hand = {
  readonly program: Program
  readonly on: string
  readonly firms: string
  readonly years: string
  readonly fence: string
}

const SUMMED = ['sum_research', 'sum_research-inland', 'sum_revenue', 'count_statistics']
const PICKED = ['revenue', 'research', 'net-assets'].flatMap((name) => [`${name}_1`, `${name}_2`])

/**
 * The totals as one would write them for this measure alone: no reasons, no conditions, the years
 * summed once a firm and joined, numeric throughout.
 */
export function handWritten({ program, on, firms, years, fence }: Hand): string {
  const style = postgresStyle(on)
  const yearly = YEARLY(Number(on.slice(0, 4))).replace('SELECT id', 'SELECT ":firm" AS id')
  const known = SUMMED.map(
    (name) => `CASE WHEN s.id IS NULL AND f.years THEN 0 ELSE s."${name}" END AS "${name}"`,
  )
  const picked = PICKED.map((name) => `s."${name}"`)
  const joined = `(SELECT f.*, f.":firm" AS id, ${[...known, ...picked].join(', ')}
    FROM ${firms} f LEFT JOIN (${yearly} FROM ${years} GROUP BY ":firm") s ON s.id = f.":firm") j`
  return totals(program, query(program, { style, from: joined, fence }))
}
