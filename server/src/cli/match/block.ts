/** How far a table has been read: enough to go on from there. */
export type Position = {
  /** The last line (of a file) or row (of a table) before the place. */
  readonly row: number
  /** Bytes before the place; 0 where the source is no file of lines. */
  readonly byte: number
  /** The last party before the place; null where the source is no database. */
  readonly after: string | null
}

export const START: Position = { row: 0, byte: 0, after: null }

/** Some whole records of a table as bytes: small enough for a thread to hold several. */
export type Block = {
  readonly kind: 'csv' | 'ndjson'
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Whether a quotation mark stands anywhere in it; without one a CSV is split at its commas. */
  readonly quoted: boolean
  /** The line or row of the first record. */
  readonly first: number
  /** Where the next block begins. */
  readonly next: Position
}

/** A table of enterprises as blocks, from any place on. */
export type Source = {
  /** The columns of a CSV, in order; null where each record names its own. */
  readonly header: readonly string[] | null
  /** Bytes to read in all, for the progress; null where it is not known. */
  readonly size: number | null
  blocks(from: Position): AsyncGenerator<Block>
}
