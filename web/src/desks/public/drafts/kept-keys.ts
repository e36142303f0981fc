const AT = 'banfa.comments.'

/** The keys of comments sent from this browser: they show and erase one's own, nothing else. */
export function keptKeys(consultation: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(AT + consultation) ?? '[]')
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string').slice(-20) : []
  } catch {
    return []
  }
}

export function keepKey(consultation: string, key: string): void {
  try {
    localStorage.setItem(AT + consultation, JSON.stringify([...keptKeys(consultation), key]))
  } catch {
    // Forbidden storage: the number alone stays with its author.
  }
}
