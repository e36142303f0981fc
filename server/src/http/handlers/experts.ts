import { type CaseId, experts } from '../../cases/index.ts'
import { type PartyId, type PersonId, parseId } from '../../kernel/index.ts'
import type { Some } from '../call.ts'
import type { assignedExpertRoutes, expertRoutes } from '../contract/experts.ts'
import { presentCase } from '../present/case.ts'
import { linkOf } from './administration.ts'

const personOf = ({ id }: { id: string }) => parseId<PersonId>(id)
const partyOrNone = (id: string | null) => (id === null ? null : parseId<PartyId>(id))

export const expertHandlers: Some<keyof typeof expertRoutes> = {
  viewPool: (tx) => experts.pool(tx),
  enrolExpert: async (tx, { body }) => {
    const invited = await experts.enrol(tx, { ...body, employer: partyOrNone(body.employer) })
    return { pool: await experts.pool(tx), link: invited && linkOf(invited) }
  },
  changeExpert: async (tx, { params, body }) => {
    const employer = partyOrNone(body.employer)
    await experts.change(tx, { ...body, employer, person: personOf(params) })
    return experts.pool(tx)
  },
  retireExpert: async (tx, { params, body }) => {
    await experts.retire(tx, { ...body, person: personOf(params) })
    return experts.pool(tx)
  },
  tieExpert: async (tx, { params, body: { party, kind } }) => {
    await experts.tie(tx, { expert: personOf(params), party: parseId<PartyId>(party), kind })
    return experts.pool(tx)
  },
  untieExpert: async (tx, { params, body: { party, ...how } }) => {
    await experts.untie(tx, { ...how, expert: personOf(params), party: parseId<PartyId>(party) })
    return experts.pool(tx)
  },
}

export const assignedExpertHandlers: Some<keyof typeof assignedExpertRoutes> = {
  recuseExpert: async (tx, { params, body }) => {
    await experts.recuse(tx, { ...body, caseId: parseId<CaseId>(params.id) })
    return { done: true }
  },
  addToOpinion: async (tx, { params, body }) => {
    const caseId = parseId<CaseId>(params.id)
    await experts.addToOpinion(tx, { ...body, caseId })
    return presentCase(tx, caseId)
  },
}
