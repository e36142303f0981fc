import type { Actor, OfficeId } from '../../kernel/index.ts'

/** A delegation of a measure, asked about one act to one office. */
export type AskedMandate = {
  readonly pack: string
  readonly delegation: string
  readonly office: OfficeId
  readonly act: string
  readonly district?: string
}

/** On what a delegate acts: the number of the mandate, or null on the measure's own word. */
export type Mandated = { readonly number: string | null }

/**
 * On what a delegation of a measure holds today for the actor's office; null: it does not. Where a
 * written mandate was ever given for it, one must be live and cover the act and the district; where
 * none was, the measure's own word is enough (ADR 0060).
 */
export function mandatedBy(actor: Actor, asked: AskedMandate): Mandated | null {
  const given = (actor.kind === 'person' ? (actor.mandates ?? []) : []).filter(
    (one) =>
      one.pack === asked.pack &&
      one.delegation === asked.delegation &&
      one.toOffice === asked.office,
  )
  if (given.length === 0) return { number: null }
  const { act, district } = asked
  const live = given.find(
    (one) =>
      one.isLive &&
      (one.acts.length === 0 || one.acts.includes(act)) &&
      (one.districts.length === 0 || (district !== undefined && one.districts.includes(district))),
  )
  return live ? { number: live.number } : null
}
