import { z } from 'zod'
import { CaseView } from './cases.ts'
import * as i from './inputs.ts'
import { caseId, type Route } from './route.ts'
import { Id } from './terms.ts'

type ActRoute<B extends z.ZodType> = { name: string; right: string; body: B; says: string }

/** An act on a case: posted to its own address, answered with the case as it then stands. */
const act = <const B extends z.ZodType>({ name, right, body, says }: ActRoute<B>) =>
  ({
    method: 'POST',
    personal: true,
    url: `/api/cases/:id/${name}`,
    right,
    says,
    params: caseId,
    body,
    answer: CaseView,
  }) as const satisfies Route

export const actRoutes = {
  fileApplication: act({
    name: 'file',
    right: 'case.file',
    body: i.FileInput,
    says: 'File 申报: seals and gives a receipt',
  }),
  withdrawApplication: act({
    name: 'withdraw',
    right: 'case.withdraw',
    body: i.ReasonInput,
    says: 'Withdraw 撤回',
  }),
  acceptApplication: act({
    name: 'accept',
    right: 'case.accept',
    body: i.OptionalReasonInput,
    says: 'Accept 受理',
  }),
  returnForCorrection: act({
    name: 'return',
    right: 'case.return',
    body: i.ReturnInput,
    says: 'Return 补正, all missing at once',
  }),
  transferCase: act({
    name: 'transfer',
    right: 'case.transfer',
    body: i.TransferInput,
    says: 'Transfer to the office in charge 移送; its time limit begins anew',
  }),
  sendBack: act({
    name: 'send-back',
    right: 'case.send-back',
    body: i.SendBackInput,
    says: 'Send one step back 退回上一环节, with the reason',
  }),
  reappraise: act({
    name: 'reappraise',
    right: 'case.reappraise',
    body: i.ReasonInput,
    says: 'Appraise anew 重新评审 after an objection was upheld',
  }),
  recommend: act({
    name: 'recommend',
    right: 'case.recommend',
    body: i.RecommendInput,
    says: 'Recommend 初审推荐',
  }),
  refuse: act({
    name: 'refuse',
    right: 'case.refuse',
    body: i.RefuseInput,
    says: 'Refuse 不予认定',
  }),
  assignExperts: act({
    name: 'assign',
    right: 'case.assign',
    body: i.AssignInput,
    says: 'Assign experts 指派专家',
  }),
  drawExperts: act({
    name: 'draw',
    right: 'case.assign',
    body: i.DrawInput,
    says: 'Draw experts by lot 随机抽取 and assign them',
  }),
  showPaper: {
    method: 'POST',
    personal: true,
    url: '/api/cases/:id/papers/:paper/for-experts',
    right: 'case.assign',
    says: 'Keep a paper from the experts of a blind review 匿名评审, or show it again',
    params: z.object({ id: Id, paper: z.string().max(100) }),
    body: z.object({ shown: z.boolean(), reason: z.string().trim().min(1).max(2000) }),
    answer: CaseView,
  },
  judge: act({
    name: 'judge',
    right: 'case.judge',
    body: i.JudgeInput,
    says: 'Answer judged conditions 评判',
  }),
  concludeReview: act({
    name: 'conclude-review',
    right: 'case.conclude-review',
    body: i.OptionalReasonInput,
    says: 'Conclude the expert review',
  }),
  deliberate: act({
    name: 'deliberate',
    right: 'case.deliberate',
    body: i.ReasonInput,
    says: 'Deliberate 审议通过',
  }),
  answerObjection: {
    ...act({
      name: 'objections/:objection/answer',
      right: 'case.answer-objection',
      body: i.AnswerObjectionInput,
      says: 'Answer an objection 答复异议',
    }),
    params: z.object({ id: Id, objection: Id }),
  },
  propose: act({
    name: 'propose',
    right: 'case.propose',
    body: i.ReasonInput,
    says: 'Propose the decision 拟定意见',
  }),
  decide: act({
    name: 'decide',
    right: 'case.decide',
    body: i.ReasonInput,
    says: 'Decide 决定认定',
  }),
  certify: act({
    name: 'certify',
    right: 'case.certify',
    body: i.OptionalReasonInput,
    says: 'Issue the certificate 发证',
  }),
} as const satisfies Record<string, Route>
