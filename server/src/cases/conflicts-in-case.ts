import { listPartiesActedFor } from '../identity/index.ts'
import type { PartyId, PersonId, ReadTx } from '../kernel/index.ts'
import { type Conflict, conflictsOf, type Expert } from '../registries/index.ts'
import type { OpenCase } from './open-case.ts'

/** Every reason why an expert must not judge the case; empty when there is none. */
export type ConflictsOf = (expert: Expert) => Promise<Conflict[]>

/**
 * What a case has to do with the experts of the pool: the applicant, its partner, whoever else the people
 * who wrote the file act for (代办、辅导单位), and which of all these an expert acts for.
 */
export async function conflictsIn(
  tx: ReadTx,
  open: OpenCase,
  pool: readonly Expert[],
): Promise<ConflictsOf> {
  const { party_id: party } = open.board
  const partner = open.data.partner_id
  const writers = writersOf(open)
  const acting = await listPartiesActedFor(tx, {
    people: [...new Set([...writers, ...pool.map((expert) => expert.person)])],
    since: open.data.started_on,
  })
  const actedFor = (people: readonly PersonId[]): PartyId[] =>
    acting.filter((one) => people.includes(one.person)).map((one) => one.party)
  const preparers = [...new Set(actedFor(writers))].filter(
    (one) => one !== party && one !== partner,
  )
  return ({ person: expert }) =>
    conflictsOf(tx, { expert, party, partner, preparers, actsFor: actedFor([expert]) })
}

const WRITING = ['start', 'file']

/** Whose hand the file is: who began it, wrote its fields, handed it in. */
function writersOf({ entries, data }: OpenCase): PersonId[] {
  const acted = entries.flatMap(({ act, actor }) =>
    WRITING.includes(act) && actor.id !== null ? [actor.id as PersonId] : [],
  )
  const wrote = Object.values(data.marks).flatMap(({ person }) => (person ? [person] : []))
  return [...new Set([...acted, ...wrote])]
}
