/** Which statements a connection prepares under a name, so that the server plans them once. */
export interface StatementNames {
  /** Null: it is sent as it is and planned anew. */
  nameOf(text: string): string | null
}

/** Each takes some memory in every connection. */
const PREPARED = 150
const WATCHED = 2_000

/**
 * A statement that came before is prepared, up to so many of them: those whose text is made for one
 * list of values come once and stay unnamed.
 */
export function statementNames(): StatementNames {
  const names = new Map<string, string>()
  const once = new Set<string>()
  return {
    nameOf(text) {
      const known = names.get(text)
      if (known !== undefined) return known
      if (names.size >= PREPARED || !once.has(text)) {
        if (once.size >= WATCHED) once.clear()
        if (names.size < PREPARED) once.add(text)
        return null
      }
      once.delete(text)
      const name = `banfa_${names.size}`
      names.set(text, name)
      return name
    },
  }
}

export const UNNAMED: StatementNames = { nameOf: () => null }
