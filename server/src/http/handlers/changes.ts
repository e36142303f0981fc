import { type CaseId, type ChangeId, changes } from '../../cases/index.ts'
import { day, parseId, type WriteTx } from '../../kernel/index.ts'
import type { Some } from '../call.ts'
import type { changeRoutes } from '../contract/changes.ts'

type Params = { readonly id: string; readonly change: string }

const idsOf = ({ id, change }: Params) => ({
  caseId: parseId<CaseId>(id),
  changeId: parseId<ChangeId>(change),
})
const view = (tx: WriteTx, id: string) => changes.view(tx, parseId<CaseId>(id))

export const changeHandlers: Some<keyof typeof changeRoutes> = {
  viewChanges: (tx, { params }) => changes.view(tx, parseId<CaseId>(params.id)),
  reportChange: async (tx, { params, body }) => {
    const caseId = parseId<CaseId>(params.id)
    await changes.report(tx, { ...body, caseId, plannedOn: day(body.plannedOn) })
    return view(tx, params.id)
  },
  photographChange: async (tx, { params, upload }) => {
    await changes.photograph(tx, { ...idsOf(params), ...(await upload()) })
    return view(tx, params.id)
  },
  verifyChange: async (tx, { params, body }) => {
    await changes.verify(tx, { ...idsOf(params), ...body, visitedOn: day(body.visitedOn) })
    return view(tx, params.id)
  },
  fileChange: async (tx, { params, body }) => {
    await changes.file(tx, { ...idsOf(params), ...body })
    return view(tx, params.id)
  },
  settleChange: async (tx, { params, body }) => {
    await changes.settle(tx, { ...idsOf(params), ...body })
    return view(tx, params.id)
  },
}
