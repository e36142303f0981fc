import { type ReadTx, reachOf } from '../kernel/index.ts'
import type { OpenCase } from './open-case.ts'

/** In what part somebody looks at a case. */
export type Viewer = {
  /** Acts for the applicant. */
  readonly isParty: boolean
  /** Sits in an office of the case, at any level. */
  readonly isOfficer: boolean
  /** Sees the whole zone: the city's officers and auditors, the machine. */
  readonly isCity: boolean
  readonly person: string | null
}

export function viewerOf(tx: ReadTx, open: OpenCase): Viewer {
  const { actor } = tx
  if (actor.kind !== 'person') {
    const isCity = reachOf(actor) === 'zone'
    return { isParty: false, isOfficer: isCity, isCity, person: null }
  }
  return {
    isParty: actor.parties.includes(open.board.party_id),
    isOfficer: actor.posts.some((post) => post.level !== 'experts'),
    isCity: reachOf(actor) === 'zone',
    person: actor.person,
  }
}
