import { saveDraft, viewDraftChanges } from '../../../api/generated/sdk.gen.ts'
import type { SaveDraftInput } from '../../../api/generated/types.gen.ts'
import { refusedBy } from '../../../api/refusal.ts'
import {
  answersIn,
  choose,
  type Draft,
  type Flight,
  isSendable,
  landed,
  learned,
  PARTNER,
  partnerIn,
  takeOff,
  type,
} from './draft.ts'
import { type KeptFor, keepDraft } from './kept-drafts.ts'
import type { Saved } from './saved.ts'

export type Saving =
  | { readonly state: 'saved'; readonly at: string | null }
  | { readonly state: 'unsaved' }
  | { readonly state: 'saving' }
  /** The line is down: kept on this device, sent when it is back. */
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: unknown }

export type Synced = { readonly draft: Draft; readonly saving: Saving }

/** A pause in typing after which it is saved, and the longest it ever waits, in milliseconds. */
const PAUSE = 700
const LONGEST = 1500
/** How long until a line that was down is tried again, in milliseconds: twice as long each time. */
const RETRY = { first: 1_000, longest: 30_000 }

export type SyncStart = {
  readonly of: KeptFor
  readonly draft: Draft
  readonly at: string | null
  readonly onSaved: (saved: Saved) => void
}

type Timer = ReturnType<typeof setTimeout>

/** Saves a draft as one types: one save at a time, over and over until it arrived once. */
export class DraftSync {
  private now: Synced
  private readonly listeners = new Set<() => void>()
  private timer: Timer | undefined
  private dirtySince: number | null = null
  private wait = RETRY.first
  private running: Promise<void> | null = null
  private lastAt: string | null

  private readonly of: KeptFor
  private readonly onSaved: (saved: Saved) => void

  constructor({ of, draft, at, onSaved }: SyncStart) {
    this.of = of
    this.onSaved = onSaved
    this.lastAt = at
    this.now = { draft, saving: { state: 'saved', at } }
    if (isSendable(draft)) void this.save()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly read = (): Synced => this.now

  give(field: string, value: unknown): void {
    this.hold(type(this.now.draft, field, value))
    this.soon()
  }

  choose(field: string, keep: 'mine' | 'theirs'): void {
    this.hold(choose(this.now.draft, field, keep))
    void this.save()
  }

  /** Saves what is unsent; one at a time, what is typed meanwhile goes with the next. */
  readonly save = (): Promise<void> => {
    clearTimeout(this.timer)
    this.running ??= this.saveAll().finally(() => {
      this.running = null
    })
    return this.running
  }

  /** Asks what others wrote, when there is nothing to say oneself. */
  readonly look = async (): Promise<void> => {
    if (this.running || isSendable(this.now.draft)) return this.save()
    const { draft } = this.now
    const asking = { path: { id: this.of.caseId }, query: { since: draft.revision } }
    const { data } = await viewDraftChanges(asking)
    // Whatever was typed or sent while the answer was on its way is asked about again by the save.
    if (data && !this.running && !this.now.draft.flight) this.hold(learned(this.now.draft, data))
  }

  readonly stop = (): void => clearTimeout(this.timer)

  private soon(): void {
    const since = this.dirtySince ?? performance.now()
    this.dirtySince = since
    if (this.now.saving.state !== 'waiting') this.say({ state: 'unsaved' })
    const left = LONGEST - (performance.now() - since)
    this.again(Math.max(0, Math.min(PAUSE, left)))
  }

  private async saveAll(): Promise<void> {
    while (isSendable(this.now.draft)) {
      this.hold(takeOff(this.now.draft, crypto.randomUUID()))
      this.dirtySince = null
      if (this.now.saving.state !== 'waiting') this.say({ state: 'saving' })
      try {
        await this.sendOnce(this.now.draft.flight as Flight)
      } catch (error) {
        this.failed(error)
        return
      }
    }
    this.wait = RETRY.first
    this.say({ state: 'saved', at: this.lastAt })
  }

  private async sendOnce(flight: Flight): Promise<void> {
    const { data } = await saveDraft({
      path: { id: this.of.caseId },
      body: bodyOf(flight),
      throwOnError: true,
    })
    this.hold(landed(this.now.draft, data))
    this.lastAt = data.savedAt
    const fields = Object.fromEntries(
      Object.entries(flight.fields).filter(([name]) => !data.rejected.includes(name)),
    )
    const others = Object.fromEntries(data.changes.map(({ field, value }) => [field, value]))
    this.onSaved({
      answers: answersIn({ ...fields, ...others }),
      partner: partnerIn({ ...fields, ...others }),
      revision: data.revision,
      at: data.savedAt,
      outcome: data.outcome,
    })
  }

  private failed(error: unknown): void {
    const { code } = refusedBy(error)
    if (!['web.offline', 'web.broken', 'http.too-many'].includes(code)) {
      // Refused as it is: another save may go with what is then typed.
      this.hold({ ...this.now.draft, flight: null })
      this.say({ state: 'failed', error })
      return
    }
    this.say({ state: 'waiting' })
    this.again(this.wait)
    this.wait = Math.min(this.wait * 2, RETRY.longest)
  }

  private again(after: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(), after)
  }

  private hold(draft: Draft): void {
    this.now = { ...this.now, draft }
    keepDraft(this.of, draft)
    this.tell()
  }

  private say(saving: Saving): void {
    this.now = { ...this.now, saving }
    this.tell()
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}

function bodyOf({ save, revision, fields }: Flight): SaveDraftInput {
  const answers = answersIn(fields) as SaveDraftInput['answers']
  const partner = PARTNER in fields ? { partner: partnerIn(fields) } : {}
  return { save, revision, answers, ...partner }
}
