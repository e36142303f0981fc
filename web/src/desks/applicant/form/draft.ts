import type { CaseView } from '../../../api/generated/types.gen.ts'
import type { Given } from '../../../parts/form/answer.ts'

export type Answers = Readonly<Record<string, Given>>
export type Partner = {
  readonly name: string
  readonly country: string
  readonly registrationNumber: string
}

/** What one page holds of a draft: what was typed, what the server last confirmed, and its revision. */
export type Draft = {
  readonly typed: Answers
  readonly saved: Answers
  readonly partner: Partner | null
  readonly savedPartner: Partner | null
  readonly revision: number
}

/** The draft as the server gave it; verified values are not the applicant's to type and stay out. */
export function draftOf(view: CaseView): Draft {
  const own = view.facts.filter((fact) => !fact.locked)
  const saved = Object.fromEntries(own.map((fact) => [fact.name, fact.value as Given]))
  const { partner, revision } = view
  return { typed: saved, saved, partner, savedPartner: partner, revision }
}

const same = (one: unknown, other: unknown) =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** The answers that differ from what the server has; an emptied one is null and takes it back. */
export function changed(draft: Draft): Answers {
  return Object.fromEntries(
    Object.entries(draft.typed).filter(([name, given]) => !same(given, draft.saved[name])),
  )
}

/** A partner is sent once its name and country are there, and never half. */
export function changedPartner(draft: Draft): Partner | null {
  const { partner, savedPartner } = draft
  if (!partner || same(partner, savedPartner)) return null
  return partner.name.trim() && partner.country.trim() ? partner : null
}

export function isDirty(draft: Draft): boolean {
  return Object.keys(changed(draft)).length > 0 || changedPartner(draft) !== null
}

/** After a save: what was sent is what the server has; what was typed meanwhile stays typed. */
export function confirmed(
  draft: Draft,
  sent: { readonly answers: Answers; readonly partner: Partner | null },
  revision: number,
): Draft {
  return {
    ...draft,
    saved: { ...draft.saved, ...sent.answers },
    savedPartner: sent.partner ?? draft.savedPartner,
    revision,
  }
}

export type Difference = { readonly name: string; readonly here: Given; readonly there: Given }

/** Where this page and what was saved elsewhere disagree; only what was typed here can be lost. */
export function differences(draft: Draft, theirs: Draft): readonly Difference[] {
  return Object.entries(changed(draft))
    .map(([name, here]) => ({ name, here, there: theirs.saved[name] ?? null }))
    .filter(({ here, there }) => !same(here, there))
}

/** Goes on from their revision with what was typed here on top. */
export function keepMine(draft: Draft, theirs: Draft): Draft {
  return {
    ...theirs,
    typed: { ...theirs.saved, ...changed(draft) },
    partner: changedPartner(draft) ?? theirs.partner,
  }
}
