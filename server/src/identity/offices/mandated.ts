import type { Actor, OfficeId } from '../../kernel/index.ts'

/** A delegation of a measure, asked about one act to one office. */
export type AskedMandate = {
  readonly pack: string
  readonly delegation: string
  readonly office: OfficeId
  readonly act: string
  readonly district?: string
}

/**
 * Whether a delegation of a measure holds today for the actor's office. Where a written mandate was
 * ever given for it, one must be live and cover the act and the district; where none was, the
 * measure's own word is enough (ADR 0060).
 */
export function isMandated(actor: Actor, asked: AskedMandate): boolean {
  const given = (actor.kind === 'person' ? (actor.mandates ?? []) : []).filter(
    (one) =>
      one.pack === asked.pack &&
      one.delegation === asked.delegation &&
      one.toOffice === asked.office,
  )
  if (given.length === 0) return true
  const { act, district } = asked
  return given.some(
    (one) =>
      one.isLive &&
      (one.acts.length === 0 || one.acts.includes(act)) &&
      (one.districts.length === 0 || (district !== undefined && one.districts.includes(district))),
  )
}
