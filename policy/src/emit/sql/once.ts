import { type Column, quoted, type Sql } from './piece.ts'
import { placeOf } from './sheets.ts'

/**
 * The same pieces, with each column that is read in one place only written out there: a layer less
 * to carry through. What several read stays a column, worked out once.
 */
export function writtenOnce(pieces: readonly Sql[]): readonly Sql[] {
  const uses = usesOf(pieces)
  const made = new Map<Column, Column>()
  const again = (piece: Sql, list: string | null): Sql => {
    const names = new Map([...piece.reads].map((column) => [quoted(column.name), column]))
    const reads = new Set<Column>()
    const text = piece.text.replace(TOKENS, (token) => {
      const column = names.get(token)
      if (!column) return token
      // Records are gathered and looked over in windows, which do not stand inside each other.
      const firms = list === null && column.list === null
      if (firms && column.made.kind === 'worked' && uses.get(column) === 1) {
        const inner = again(column.made.by, null)
        for (const one of inner.reads) reads.add(one)
        return `(${inner.text})`
      }
      reads.add(rebuilt(column))
      return token
    })
    return { text, reads }
  }
  const rebuilt = (column: Column): Column => {
    const known = made.get(column)
    if (known) return known
    const fresh = 'by' in column.made ? refounded(column, again) : column
    made.set(column, fresh)
    return fresh
  }
  return pieces.map((piece) => again(piece, null))
}

/** Text in quotes stays as it is; a name in double quotes is looked up. */
const TOKENS = /'(?:[^']|'')*'|"(?:[^"]|"")*"/g

type Again = (piece: Sql, list: string | null) => Sql

/** The column with its own piece written anew, on the layer that has what it now reads. */
function refounded(column: Column, again: Again): Column {
  const { made } = column
  if (!('by' in made)) return column
  const by = again(made.by, made.kind === 'gathered' ? made.over : column.list)
  if (made.kind === 'gathered') {
    const levels = [...by.reads].map((one) => (one.list === null ? one.level : one.needs))
    return { ...column, level: Math.max(-1, ...levels) + 1, made: { ...made, by } }
  }
  const place = placeOf(by)
  return { ...column, ...place, level: place.level + 1, made: { ...made, by } }
}

/** In how many places each column stands. */
function usesOf(pieces: readonly Sql[]): ReadonlyMap<Column, number> {
  const uses = new Map<Column, number>()
  const seen = new Set<Column>()
  const walk = ({ text, reads }: Sql): void => {
    const names = new Map([...reads].map((column) => [quoted(column.name), column]))
    for (const [token] of text.matchAll(TOKENS)) {
      const column = names.get(token)
      if (column) uses.set(column, (uses.get(column) ?? 0) + 1)
    }
    for (const column of reads) {
      if (seen.has(column) || !('by' in column.made)) continue
      seen.add(column)
      walk(column.made.by)
    }
  }
  pieces.forEach(walk)
  return uses
}
