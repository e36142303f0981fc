import { refusal } from '../../kernel/index.ts'
import { PLACEHOLDER } from './fill.ts'
import { PLACEHOLDERS, type Placeholder } from './placeholders.ts'
import { PARTS, type WordedKind, type Wording } from './wording.ts'

/**
 * Refuses `documents.unknown-placeholder` with the nearest name that there is, and
 * `documents.misplaced-table` for a table that does not stand alone on a line of the body.
 */
export function refuseMiswritten(kind: WordedKind, wording: Wording): void {
  for (const part of PARTS) {
    for (const line of wording[part].split('\n')) refuseLine(PLACEHOLDERS[kind], part, line)
  }
}

function refuseLine(known: readonly Placeholder[], part: keyof Wording, line: string): void {
  for (const [written, name = ''] of line.matchAll(PLACEHOLDER)) {
    const found = known.find((one) => one.name === name)
    if (!found) refuseUnknown(name, { known: known.map((one) => one.name), part })
    const isAlone = part === 'body' && line.trim() === written
    if (found?.table && !isAlone) refusal('documents.misplaced-table', { name }, { field: part })
  }
}

function refuseUnknown(
  name: string,
  { known, part }: { readonly known: readonly string[]; readonly part: string },
): never {
  return refusal(
    'documents.unknown-placeholder',
    { name, nearest: nearest(name, known), known },
    { field: part },
  )
}

function nearest(name: string, known: readonly string[]): string {
  const by = known.map((one) => ({ one, far: distance(name, one) }))
  return by.sort((a, b) => a.far - b.far)[0]?.one ?? ''
}

/** Levenshtein's: how many signs must be put in, taken out or changed. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (const [at, sign] of Array.from(from).entries()) {
    const above = row
    row = [at + 1]
    for (const [column, other] of Array.from(to).entries()) {
      const changed = (above[column] ?? 0) + (sign === other ? 0 : 1)
      row.push(Math.min(changed, (above[column + 1] ?? 0) + 1, (row[column] ?? 0) + 1))
    }
  }
  return row.at(-1) ?? 0
}
