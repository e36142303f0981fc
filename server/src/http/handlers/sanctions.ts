import { type CaseId, type SanctionId, sanctions } from '../../cases/index.ts'
import { day, parseId, type WriteTx } from '../../kernel/index.ts'
import type { Some } from '../call.ts'
import type { sanctionRoutes } from '../contract/sanctions.ts'

type OnASanction = { readonly caseId: CaseId; readonly sanctionId: SanctionId }

/** Takes one step and answers how every proceeding on the case then stands. */
const does =
  <Input extends OnASanction>(step: (tx: WriteTx, input: Input) => Promise<unknown>) =>
  async (
    tx: WriteTx,
    {
      params,
      body,
    }: { params: { id: string; sanction: string }; body: Omit<Input, keyof OnASanction> },
  ) => {
    const caseId = parseId<CaseId>(params.id)
    const sanctionId = parseId<SanctionId>(params.sanction)
    await step(tx, { ...body, caseId, sanctionId } as Input)
    return sanctions.view(tx, caseId)
  }

type Serving = OnASanction & { on: string; how: 'in-person' | 'post' | 'public-notice' }
type Summoning = OnASanction & {
  day: string
  hour: string
  place: string
  chair: string
  contact: string
}

export const sanctionHandlers: Some<keyof typeof sanctionRoutes> = {
  viewSanctions: (tx, { params }) => sanctions.view(tx, parseId<CaseId>(params.id)),
  proposeSanction: async (tx, { params, body }) => {
    const caseId = parseId<CaseId>(params.id)
    await sanctions.propose(tx, { ...body, caseId, foundOn: day(body.foundOn) })
    return sanctions.view(tx, caseId)
  },
  serveSanction: does((tx, input: Serving) => sanctions.serve(tx, { ...input, on: day(input.on) })),
  acknowledgeSanction: does(sanctions.acknowledge),
  answerSanction: does(sanctions.answer),
  summonToHearing: does((tx, input: Summoning) =>
    sanctions.summon(tx, { ...input, day: day(input.day) }),
  ),
  holdHearing: does(sanctions.hear),
  decideSanction: does(sanctions.decide),
  liftSanction: does(sanctions.lift),
}
