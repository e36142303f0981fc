import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { saveDraft, viewCase } from '../../../api/generated/sdk.gen.ts'
import type { CaseView, SaveDraftInput } from '../../../api/generated/types.gen.ts'
import { isStale } from '../../../api/refusal.ts'
import type { Given } from '../../../parts/form/answer.ts'
import {
  changed,
  changedPartner,
  confirmed,
  type Draft,
  draftOf,
  isDirty,
  keepMine,
  type Partner,
} from './draft.ts'
import type { Saved } from './saved.ts'

/** How long somebody pauses before what was typed is saved, in milliseconds. */
const PAUSE = 700

export type Saving =
  | { readonly state: 'saved'; readonly at: string | null }
  | { readonly state: 'unsaved' }
  | { readonly state: 'saving' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'conflict'; readonly theirs: Draft }

/** A draft that saves itself as one types; a save that lost the race keeps what was typed and asks. */
export function useDraft(view: CaseView, onSaved: (saved: Saved) => void) {
  const held = useRef(draftOf(view))
  const timer = useRef<number | undefined>(undefined)
  const [draft, show] = useState(held.current)
  const hold = useCallback((next: Draft) => {
    held.current = next
    show(next)
  }, [])
  const { saving, setSaving, save, torn } = useSaving(view, { held, hold, onSaved })
  const change = useCallback(
    (next: Draft) => {
      hold(next)
      if (torn.current) return
      setSaving({ state: 'unsaved' })
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void save(), PAUSE)
    },
    [hold, save, setSaving, torn],
  )
  useLeaving(save)
  return {
    draft,
    saving,
    save,
    /** The revision as it is at the moment of asking, not as it was when the page was drawn. */
    revision: () => held.current.revision,
    give: (name: string, given: Given) =>
      change({ ...held.current, typed: { ...held.current.typed, [name]: given } }),
    setPartner: (partner: Partner) => change({ ...held.current, partner }),
    settle: (keep: 'mine' | 'theirs', theirs: Draft) => {
      torn.current = false
      hold(keep === 'mine' ? keepMine(held.current, theirs) : theirs)
      setSaving({ state: 'saved', at: null })
      void save()
    },
  }
}

type Holding = {
  readonly held: RefObject<Draft>
  readonly hold: (draft: Draft) => void
  readonly onSaved: (saved: Saved) => void
}

/** One save at a time; what is typed meanwhile goes with the next. */
function useSaving(view: CaseView, { held, hold, onSaved }: Holding) {
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: view.savedAt })
  const torn = useRef(false)
  const last = useRef(view.savedAt)
  const running = useRef<Promise<void> | null>(null)
  const { id } = view
  const saveAll = useCallback(async () => {
    while (isDirty(held.current) && !torn.current) {
      setSaving({ state: 'saving' })
      try {
        const saved = await saveOnce(id, held, hold)
        onSaved(saved)
        last.current = saved.at
      } catch (error) {
        const failed = await afterFailure(id, error)
        torn.current = failed.state === 'conflict'
        setSaving(failed)
        return
      }
    }
    if (!torn.current) setSaving({ state: 'saved', at: last.current })
  }, [id, held, hold, onSaved])
  const save = useCallback((): Promise<void> => {
    running.current ??= saveAll().finally(() => {
      running.current = null
    })
    return running.current
  }, [saveAll])
  return { saving, setSaving, save, torn }
}

async function saveOnce(
  id: string,
  held: RefObject<Draft>,
  hold: (draft: Draft) => void,
): Promise<Saved> {
  const sent = { answers: changed(held.current), partner: changedPartner(held.current) }
  const { data } = await saveDraft({
    path: { id },
    body: {
      revision: held.current.revision,
      answers: sent.answers as SaveDraftInput['answers'],
      ...(sent.partner ? { partner: sent.partner } : {}),
    },
    throwOnError: true,
  })
  hold(confirmed(held.current, sent, data.revision))
  return { ...sent, revision: data.revision, at: data.savedAt, outcome: data.outcome }
}

async function afterFailure(id: string, error: unknown): Promise<Saving> {
  if (!isStale(error)) return { state: 'failed', error }
  try {
    const { data } = await viewCase({ path: { id }, throwOnError: true })
    return { state: 'conflict', theirs: draftOf(data) }
  } catch (second) {
    return { state: 'failed', error: second }
  }
}

/** What is not saved yet is saved when the page is left or hidden. */
function useLeaving(save: () => Promise<void>): void {
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') void save()
    }
    document.addEventListener('visibilitychange', leave)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      void save()
    }
  }, [save])
}
