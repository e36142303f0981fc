import type { Day, PartyId, PersonId, Words } from '../kernel/index.ts'

/** 专家: a person of the expert pool with the employer that may conflict. */
export type Expert = {
  readonly person: PersonId
  readonly name: string
  readonly title: Words
  readonly employer: PartyId | null
  readonly employerName: string
  readonly fields: readonly string[]
  /** How many cases one takes at a time; null without a limit. */
  readonly mostOpen: number | null
  /** From that day no case is given to them. */
  readonly retiredOn: Day | null
}

export type NewExpert = Omit<Expert, 'employerName' | 'mostOpen' | 'retiredOn'> & {
  readonly mostOpen?: number | null
}

export type ConflictQuestion = {
  readonly expert: PersonId
  readonly party: PartyId
  readonly partner?: PartyId | null
  /** Agencies that prepared the file (代理、辅导机构). */
  readonly preparers?: readonly PartyId[]
  /** The parties the expert acts for, or acted for while the file was written. */
  readonly actsFor?: readonly PartyId[]
}

/** Why an expert must not review: the employer's part in the case, their own, or what they declared. */
export type Conflict = {
  readonly kind:
    | 'employer-applies'
    | 'employer-partners'
    | 'employer-prepared'
    | 'member'
    | 'tie'
    | 'same-carrier'
    | 'declared'
  readonly party: PartyId
  readonly says: Words
}
