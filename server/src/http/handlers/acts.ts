import { acts, type CaseId, type ObjectionId, objections } from '../../cases/index.ts'
import { type PersonId, parseId, type WriteTx } from '../../kernel/index.ts'
import type { Some } from '../call.ts'
import type { actRoutes } from '../contract/act-routes.ts'
import { presentCase } from '../present/case.ts'

type OnACase = { readonly caseId: CaseId }

/** Does one act and answers the case as it then stands, for the page that asked. */
const does =
  <Input extends OnACase>(act: (tx: WriteTx, input: Input) => Promise<unknown>) =>
  async (
    tx: WriteTx,
    { params, body }: { params: { id: string }; body: Omit<Input, 'caseId'> },
  ) => {
    const caseId = parseId<CaseId>(params.id)
    await act(tx, { ...body, caseId } as Input)
    return presentCase(tx, caseId)
  }

type Assigning = OnACase & { readonly experts: string[] }

export const actHandlers: Some<keyof typeof actRoutes> = {
  fileApplication: does(acts.file),
  withdrawApplication: does(acts.withdraw),
  acceptApplication: does(acts.accept),
  returnForCorrection: does(acts.return),
  transferCase: does(acts.transfer),
  sendBack: does(acts.sendBack),
  reappraise: does(acts.reappraise),
  recommend: does(acts.recommend),
  refuse: does(acts.refuse),
  assignExperts: does((tx, { caseId, experts }: Assigning) =>
    acts.assign(tx, { caseId, experts: experts.map((id) => parseId<PersonId>(id)) }),
  ),
  drawExperts: does(acts.draw),
  showPaper: async (tx, { params, body }) => {
    const caseId = parseId<CaseId>(params.id)
    await acts.showPaper(tx, { ...body, caseId, paper: params.paper })
    return presentCase(tx, caseId)
  },
  judge: does(acts.judge),
  concludeReview: does(acts.concludeReview),
  deliberate: does(acts.deliberate),
  answerObjection: async (tx, { params, body }) => {
    const caseId = parseId<CaseId>(params.id)
    const objection = parseId<ObjectionId>(params.objection)
    await objections.answer(tx, { ...body, caseId, objection })
    return presentCase(tx, caseId)
  },
  propose: does(acts.propose),
  decide: does(acts.decide),
  certify: does(acts.certify),
}
