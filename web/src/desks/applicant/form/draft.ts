import type { CaseView } from '../../../api/generated/types.gen.ts'
import type { Given } from '../../../parts/form/answer.ts'

export type Answers = Readonly<Record<string, Given>>
export type Partner = {
  readonly name: string
  readonly country: string
  readonly registrationNumber: string
}

/** The foreign partner is one field more beside the facts. */
export const PARTNER = '@partner'

type Fields = Readonly<Record<string, unknown>>

/** A save under way: the same name and content again until it is answered. */
export type Flight = { readonly save: string; readonly revision: number; readonly fields: Fields }

/** A field that this page and somebody else changed to different values. */
export type Conflict = { readonly value: unknown; readonly by: string; readonly at: string }

/** What one page holds of a draft. */
export type Draft = {
  readonly typed: Fields
  /** As the server has it, as far as this page has seen. */
  readonly saved: Fields
  /** The revision up to which this page has seen everything. */
  readonly revision: number
  readonly flight: Flight | null
  readonly conflicts: Readonly<Record<string, Conflict>>
}

/** What others wrote, as the server answers it. */
export type Changes = {
  readonly revision: number
  readonly changes: readonly (Conflict & { readonly field: string })[]
}

/** The draft as the server gave it; verified values are not the applicant's to type and stay out. */
export function draftOf(view: CaseView): Draft {
  const own = view.facts.filter((fact) => !fact.locked)
  const facts = Object.fromEntries(own.map((fact) => [fact.name, fact.value]))
  const saved = { ...facts, [PARTNER]: view.partner }
  return { typed: saved, saved, revision: view.revision, flight: null, conflicts: {} }
}

export function answersIn(fields: Fields): Answers {
  const { [PARTNER]: _, ...answers } = fields
  return answers as Answers
}

export function partnerIn(fields: Fields): Partner | null {
  return (fields[PARTNER] ?? null) as Partner | null
}

export function type(draft: Draft, field: string, value: unknown): Draft {
  return { ...draft, typed: { ...draft.typed, [field]: value } }
}

/** The fields that differ from what the server has; an emptied one is null and takes it back. */
export function changed(draft: Draft): Fields {
  return Object.fromEntries(
    Object.entries(draft.typed).filter(
      ([name, value]) => !same(value, draft.saved[name]) && isWhole(name, value),
    ),
  )
}

/** The fields typed here that the server has not, whole or not; they are kept on the device. */
export function changedHere(draft: Draft): readonly string[] {
  return Object.keys(draft.typed).filter((name) => !same(draft.typed[name], draft.saved[name]))
}

/** Something typed here has not reached the server. */
export function isUnsent(draft: Draft): boolean {
  return draft.flight !== null || Object.keys(changed(draft)).length > 0
}

/** Something may be sent now; a field in conflict waits until somebody chooses. */
export function isSendable(draft: Draft): boolean {
  return draft.flight !== null || Object.keys(sendable(draft)).length > 0
}

/** Puts what is to be sent under way; what is under way already goes first, again as it was. */
export function takeOff(draft: Draft, save: string): Draft {
  const { revision } = draft
  return { ...draft, flight: draft.flight ?? { save, revision, fields: sendable(draft) } }
}

/** The server answered: what it took is saved, what others wrote is taken over or put to the person. */
export function landed(draft: Draft, answer: Changes & { rejected: readonly string[] }): Draft {
  const sent = Object.entries(draft.flight?.fields ?? {})
  const taken = sent.filter(([name]) => !answer.rejected.includes(name))
  const saved = { ...draft.saved, ...Object.fromEntries(taken) }
  return learned({ ...draft, saved, flight: null }, answer)
}

/** Others wrote: a field untouched here follows, one changed here to something else is a conflict. */
export function learned(draft: Draft, { revision, changes }: Changes): Draft {
  return changes.reduce(learnedOne, { ...draft, revision: Math.max(revision, draft.revision) })
}

/** Somebody chose: their value is seen now, and mine may replace it. */
export function choose(draft: Draft, field: string, keep: 'mine' | 'theirs'): Draft {
  const { [field]: conflict, ...conflicts } = draft.conflicts
  if (!conflict) return draft
  const typed = keep === 'theirs' ? { ...draft.typed, [field]: conflict.value } : draft.typed
  return { ...draft, typed, conflicts, saved: { ...draft.saved, [field]: conflict.value } }
}

function learnedOne(draft: Draft, { field, value, by, at }: Changes['changes'][number]): Draft {
  const { [field]: _, ...conflicts } = draft.conflicts
  const here = draft.typed[field]
  if (same(here, value) || (same(here, draft.saved[field]) && !(field in draft.conflicts))) {
    const typed = { ...draft.typed, [field]: value }
    return { ...draft, typed, conflicts, saved: { ...draft.saved, [field]: value } }
  }
  return { ...draft, conflicts: { ...conflicts, [field]: { value, by, at } } }
}

function sendable(draft: Draft): Fields {
  return Object.fromEntries(
    Object.entries(changed(draft)).filter(([name]) => !(name in draft.conflicts)),
  )
}

/** A partner is sent once its name and country are there, and never half. */
function isWhole(name: string, value: unknown): boolean {
  if (name !== PARTNER) return true
  const partner = value as Partner | null
  return partner !== null && partner.name.trim() !== '' && partner.country.trim() !== ''
}

const same = (one: unknown, other: unknown) => written(one) === written(other)

/** The order of a record's names, which differs between page and server, is no difference. */
function written(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
