import { changedHere, type Draft } from './draft.ts'

/** Each page that is open keeps its own, so that two tabs never write over each other. */
const PAGE = crypto.randomUUID()
const HELD = `banfa-page:${PAGE}`

/** Whose draft of which case: nobody else who signs in on this device is given it. */
export type KeptFor = { readonly person: string; readonly caseId: string }

type Kept = Pick<Draft, 'typed' | 'saved' | 'revision' | 'flight' | 'conflicts'>

const prefix = ({ person, caseId }: KeptFor) => `banfa-draft:${person}:${caseId}:`

/** Keeps on this device what has not reached the server; nothing is kept once all has. */
export function keepDraft(of: KeptFor, draft: Draft): void {
  const touched = changedHere(draft)
  const key = prefix(of) + PAGE
  try {
    if (touched.length === 0 && !draft.flight) {
      localStorage.removeItem(key)
      return
    }
    const only = (fields: Draft['typed']) =>
      Object.fromEntries(touched.map((name) => [name, fields[name] ?? null]))
    const kept: Kept = { ...draft, typed: only(draft.typed), saved: only(draft.saved) }
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing (full, or forbidden to) still sends; the page says what is unsent.
  }
}

/**
 * The draft with what pages that are gone had not sent any more. What a page kept is forgotten once
 * this one has it and keeps it itself.
 */
export async function takeUpKept(of: KeptFor, draft: Draft): Promise<Draft> {
  const open = await openPages()
  const keys = keysOf(of).filter((key) => !open.includes(key.slice(prefix(of).length)))
  const together = keys.reduce((so, key) => withKept(so, readKept(key)), draft)
  keepDraft(of, together)
  for (const key of keys) localStorage.removeItem(key)
  return together
}

export function withKept(draft: Draft, kept: Kept | null): Draft {
  if (!kept) return draft
  return {
    typed: { ...draft.typed, ...kept.typed },
    saved: { ...draft.saved, ...kept.saved },
    // From where that page had seen: the server then tells everything since.
    revision: Math.min(draft.revision, kept.revision),
    flight: draft.flight ?? kept.flight,
    conflicts: { ...draft.conflicts, ...kept.conflicts },
  }
}

function keysOf(of: KeptFor): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix(of)))
  } catch {
    return []
  }
}

function readKept(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
  } catch {
    return null
  }
}

/** A lock held as long as the page lives says that it lives; where there are no locks, only this one is known. */
async function openPages(): Promise<readonly string[]> {
  if (!navigator.locks) return [PAGE]
  const { held } = await navigator.locks.query()
  return [PAGE, ...(held ?? []).map(({ name }) => (name ?? '').replace('banfa-page:', ''))]
}

/** Says that this page is open, until it is closed. */
export function holdPage(): void {
  void navigator.locks?.request(HELD, () => new Promise<never>(() => {}))
}
