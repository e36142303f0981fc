/** Which statements a connection prepares under a name, so that the server plans them once. */
export interface StatementNames {
  /** Null: it is sent as it is and planned anew. */
  nameOf(text: string): string | null
  /** Whether a connection has prepared so much that was given up since that it is better closed. */
  isWorn(connection: object): boolean
}

/** Each takes some memory in every connection. */
const PREPARED = 150
const WATCHED = 2_000
/** After so many statements all uses count for half: what was much used once gives way in time. */
const AGED_EVERY = 10_000

type Name = { readonly name: string; uses: number }

/**
 * The statements used most are prepared, up to so many of them; the least used gives way to one that
 * is used more than twice as often. One without parameters is never prepared: its values stand in its
 * text, so that each value would be another statement, and whoever chose the values would use up the
 * names.
 */
export function statementNames(): StatementNames {
  const names = new Map<string, Name>()
  const watched = new Map<string, number>()
  const since = new WeakMap<object, number>()
  let made = 0
  let asked = 0
  const isAdmitted = (uses: number) => {
    if (names.size < PREPARED) return uses > 1
    const least = leastUsed(names)
    if (uses <= 2 * least.uses) return false
    names.delete(least.text)
    return true
  }
  const watch = (text: string): string | null => {
    const uses = (watched.get(text) ?? 0) + 1
    if (watched.size >= WATCHED) watched.clear()
    watched.set(text, uses)
    if (!isAdmitted(uses)) return null
    watched.delete(text)
    // A name is never given twice: connections keep what they prepared under it.
    const name = `banfa_${made++}`
    names.set(text, { name, uses })
    return name
  }
  return {
    nameOf(text) {
      if (!text.includes('$1')) return null
      if (++asked % AGED_EVERY === 0) age(names, watched)
      const known = names.get(text)
      if (!known) return watch(text)
      known.uses += 1
      return known.name
    },
    isWorn(connection) {
      const from = since.get(connection) ?? made
      since.set(connection, from)
      return made - from > PREPARED
    },
  }
}

function leastUsed(names: ReadonlyMap<string, Name>) {
  let least = { text: '', uses: Number.POSITIVE_INFINITY }
  for (const [text, { uses }] of names) if (uses < least.uses) least = { text, uses }
  return least
}

function age(names: ReadonlyMap<string, Name>, watched: Map<string, number>): void {
  for (const one of names.values()) one.uses /= 2
  for (const [text, uses] of watched) watched.set(text, uses / 2)
}

export const UNNAMED: StatementNames = { nameOf: () => null, isWorn: () => false }
