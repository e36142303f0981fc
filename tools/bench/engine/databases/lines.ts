import type { EngineFigures } from '../engine.ts'

type Line = readonly [what: string, target: string, got: string]
type Times = { readonly median: number; readonly least: number }

/** The targets of whoever reads the enterprises from a file or asks the database itself. */
export function databaseTargets({ rows, stored, care }: EngineFigures): readonly Line[] {
  const emitted = fastest(stored.queries, 'emitted')
  const byHand = fastest(stored.queries, 'by hand')
  const cold = (from: string) => `${((stored.cold[from] ?? Number.NaN) / 1_000).toFixed(2)} s`
  return [
    ['cold run, process start to counts, from Parquet', '≤ 3 s at 1 M', cold('Parquet')],
    ['the same from DuckDB', '≤ 3 s at 1 M', cold('DuckDB')],
    [
      'the same from PostgreSQL by COPY',
      'printed beside',
      `${cold('PostgreSQL by COPY')} (COPY ${(stored.copyMs / 1_000).toFixed(2)} s)`,
    ],
    [
      `emitted SQL on PostgreSQL ${stored.postgres}, aggregate`,
      '≥ 0.3 M/s',
      `${(rows / emitted.median / 1_000).toFixed(2)} M/s`,
    ],
    [
      'the same beside the best written by hand',
      '≤ 1.3 ×',
      `${(emitted.median / byHand.median).toFixed(2)} ×`,
    ],
    [
      'exact decimals beside doubles, ordinary data',
      '≤ 1.3 ×',
      `${care.times.toFixed(2)} × (doubles alone: ${care.differ} of ${care.of} differ)`,
    ],
  ]
}

export const storedLines = ({ stored }: EngineFigures): readonly (readonly [string, Times])[] =>
  Object.entries(stored.queries)

function fastest(queries: Readonly<Record<string, Times>>, which: string): Times {
  const own = Object.entries(queries).filter(([name]) => name.includes(which))
  return own.map(([, times]) => times).reduce((a, b) => (b.median < a.median ? b : a))
}
