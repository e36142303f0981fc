import type { Words } from '../program/words.ts'
import { adviceFor } from './advice.ts'

/** A place in a pack's text; lines and columns count from 1. */
export type Position = { readonly file: string; readonly line: number; readonly column: number }

/** Something wrong with a pack: where, under which article, what, and what to do about it. */
export type Complaint = Position & {
  /** An error keeps a pack from compiling; a warning asks its author to look again. */
  readonly level: 'error' | 'warning'
  readonly cite: string | null
  readonly code: string
  readonly says: Words
  readonly suggestion: Words | null
}

export type Complaining = {
  readonly at: Position
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly cite?: string | null | undefined
  readonly suggestion?: Words | null
  readonly level?: 'error' | 'warning'
}

/** Gathers complaints; all of them are told at once. */
export class Complaints {
  readonly list: Complaint[] = []

  add(complaining: Complaining): void {
    const { at, code, zh, en, cite = null, level = 'error' } = complaining
    const suggestion = complaining.suggestion ?? adviceFor(code)
    const { file, line, column } = at
    this.list.push({ file, line, column, level, cite, code, says: { zh, en }, suggestion })
  }

  /** In the order a reader meets them. */
  sorted(): readonly Complaint[] {
    return [...this.list].sort(
      (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
    )
  }
}
