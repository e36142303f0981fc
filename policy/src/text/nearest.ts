/** Nobody mistypes a name this long; comparing it would only take time. */
const LONGEST_NAME = 80

/** The candidate that differs least from a mistyped name; null when none is near. */
export function nearest(name: string, candidates: readonly string[]): string | null {
  if (name.length > LONGEST_NAME) return null
  const ranked = candidates
    .map((candidate) => ({ candidate, far: distance(name, candidate) }))
    .sort((a, b) => a.far - b.far)
  const [best] = ranked
  return best && best.far <= Math.max(1, Math.ceil(name.length / 3)) ? best.candidate : null
}

/** Edits between two words (Levenshtein 1966), a row at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      const swap = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
