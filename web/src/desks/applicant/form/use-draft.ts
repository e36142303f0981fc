import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { CaseView } from '../../../api/generated/types.gen.ts'
import type { Given } from '../../../parts/form/answer.ts'
import { answersIn, type Draft, isUnsent, PARTNER, type Partner, partnerIn } from './draft.ts'
import { DraftSync } from './draft-sync.ts'
import type { KeptFor } from './kept-drafts.ts'
import type { Saved } from './saved.ts'

/** How often a page that is looked at asks what others wrote, in milliseconds. */
const LOOK = 10_000

type Start = { readonly view: CaseView; readonly of: KeptFor; readonly draft: Draft }

/** A draft that saves itself as one types, beside others who write in it too. */
export function useDraft({ view, of, draft }: Start, onSaved: (saved: Saved) => void) {
  // The page is drawn anew for another case; its sync lives as long as it does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only its first draft starts it
  const sync = useMemo(
    () => new DraftSync({ of, draft, at: view.savedAt, onSaved }),
    [of.caseId, of.person],
  )
  const now = useSyncExternalStore(sync.subscribe, sync.read)
  useKeepingUp(sync)
  return {
    draft: { typed: answersIn(now.draft.typed), partner: partnerIn(now.draft.typed) },
    conflicts: now.draft.conflicts,
    values: now.draft.typed,
    saving: now.saving,
    save: sync.save,
    /** Whether everything typed has arrived, and the revision, both at the moment of asking. */
    standing: () => {
      const { draft: held } = sync.read()
      return { isUnsent: isUnsent(held), revision: held.revision }
    },
    give: (name: string, given: Given) => sync.give(name, given),
    setPartner: (partner: Partner) => sync.give(PARTNER, partner),
    choose: (field: string, keep: 'mine' | 'theirs') => sync.choose(field, keep),
  }
}

/** Saves when the page is left, tries again when the line is back, looks now and then for others' words. */
function useKeepingUp(sync: DraftSync): void {
  useEffect(() => {
    const seen = () => void (document.visibilityState === 'hidden' ? sync.save() : sync.look())
    const back = () => void sync.save()
    const looking = window.setInterval(() => {
      if (document.visibilityState === 'visible' && navigator.onLine) void sync.look()
    }, LOOK)
    document.addEventListener('visibilitychange', seen)
    window.addEventListener('online', back)
    return () => {
      document.removeEventListener('visibilitychange', seen)
      window.removeEventListener('online', back)
      window.clearInterval(looking)
      void sync.save()
    }
  }, [sync])
}
