/** A piece of SQL with the columns it reads, so that it can be put into the layer that has them. */
export type Sql = { readonly text: string; readonly reads: ReadonlySet<Column> }

/**
 * A column of the firm's sheet (`list` null) or of the sheet of a list of records. `level` is the
 * layer that first has it; `needs` of a records' column is the firm's layer behind it, -1 for none.
 */
export type Column = {
  readonly name: string
  readonly list: string | null
  readonly level: number
  readonly needs: number
  readonly made: Made
}

type Made =
  | { readonly kind: 'given'; readonly from: string }
  | { readonly kind: 'worked'; readonly by: Sql }
  /** Gathered over the records of a list, one group a firm. */
  | { readonly kind: 'gathered'; readonly over: string; readonly by: Sql }
  /** The working day so many on from `by`, out of the calendar. */
  | { readonly kind: 'moved'; readonly by: Sql; readonly days: number }

/** Builds a piece of SQL; strings go in as they are, pieces with what they read. */
export function q(parts: TemplateStringsArray, ...holes: readonly (Sql | string | number)[]): Sql {
  const reads = new Set<Column>()
  const text = parts.reduce((so, part, at) => {
    const hole = holes[at - 1]
    if (typeof hole !== 'object') return `${so}${hole}${part}`
    for (const column of hole.reads) reads.add(column)
    return `${so}${hole.text}${part}`
  })
  return { text, reads }
}

export const raw = (text: string): Sql => ({ text, reads: new Set() })
export const ALWAYS = raw('true')
export const NEVER = raw('false')
export const NULL = raw('null::boolean')

/** Pieces side by side with a word between them, in brackets when there are several. */
export function joined(pieces: readonly Sql[], word: string): Sql {
  const [first, ...rest] = pieces
  if (!first) throw new RangeError('nothing to join')
  if (rest.length === 0) return first
  const all = rest.reduce((so, one) => q`${so}${word}${one}`, first)
  return q`(${all})`
}

/** Always quoted: a fact may be called `leading`, `order` or `firm`. PostgreSQL cuts names at 63 bytes. */
export function quoted(name: string): string {
  return `"${columnName(name).replaceAll('"', '""')}"`
}

/** The name a column has in the database. */
export function columnName(name: string): string {
  const clean = name.replaceAll('\0', '')
  return new TextEncoder().encode(clean).length > 60 ? shortened(clean) : clean
}

/** A long name keeps its beginning and gets a number made of the whole of it. */
function shortened(name: string): string {
  let sum = 0n
  for (const byte of new TextEncoder().encode(name)) sum = (sum * 257n + BigInt(byte)) % (1n << 61n)
  const head = [...name].slice(0, 12).join('')
  return `${head}~${sum.toString(36)}`
}

export function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** What a program asks that this dialect cannot answer exactly: said, never answered wrongly. */
export class NotInSql extends Error {
  override readonly name = 'NotInSql'
  readonly code = 'policy.not-in-sql'
}

export function notInSql(why: string): never {
  throw new NotInSql(why)
}
