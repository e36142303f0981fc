import { refusal, type WriteTx } from '../../kernel/index.ts'
import { append } from '../append.ts'
import { note } from '../note.ts'
import { REMEDIES } from '../refuse.ts'
import { permitAct } from '../standing.ts'
import { tell } from '../tell.ts'
import { isProposer } from './hold-hearing.ts'
import { imposeEffects } from './impose.ts'
import { issueSanctionLetter } from './letters-of-sanctions.ts'
import { type OpenProceeding, openProceeding, type ProceedingInput } from './open-proceeding.ts'
import { type Imposed, isOpen, whyNotYet } from './proceeding.ts'

export type DecideSanctionInput = ProceedingInput & {
  readonly impose: boolean
  /** With what was made of the party's answer. */
  readonly reason: string
}

/**
 * Decides by a second person: the sanction binds every service from this moment, or is dropped.
 * Refuses `case.untold-conflict`, `case.limit-runs-conflict` and `case.hearing-owed-conflict` until
 * the party was told and heard, and `case.sanction-same-person` to whoever proposed it.
 */
export async function decideSanction(tx: WriteTx, input: DecideSanctionInput): Promise<void> {
  const at = await openProceeding(tx, input, { right: 'case.revoke', when: isOpen })
  if (isProposer(tx, at.of)) refusal('case.sanction-same-person')
  if (input.impose) return impose(tx, at, input.reason)
  const detail = { id: at.of.id }
  const { cite } = at.of
  await note(tx, at.open, { act: 'sanction.drop', as: at.post, cite, reason: input.reason, detail })
  const payload = { case: at.open.id, sanction: at.of.sanction }
  await tell(tx, { type: 'sanction.dropped', payload })
}

/** What still stands between a proposal and what it would do. */
const NOT_YET = {
  untold: 'case.untold-conflict',
  'limit-runs': 'case.limit-runs-conflict',
  'hearing-owed': 'case.hearing-owed-conflict',
} as const

async function impose(tx: WriteTx, at: OpenProceeding, reason: string): Promise<void> {
  const { open, of, sanction, post } = at
  const { cite } = sanction
  const notYet = whyNotYet(of, tx.today)
  if (notYet) refusal(NOT_YET[notYet], { until: of.served?.until ?? '' }, { cite })
  if (sanction.revokes && open.state.stage !== 'certified') refusal('case.nothing-to-revoke')
  const imposed = await imposeEffects(tx, at, { cite, reason })
  const letter = await issueSanctionLetter(tx, at, {
    title: { zh: '处理决定书', en: 'Decision on a sanction' },
    opening: `关于你单位“${open.service.title.zh}”一件，本机关已告知拟作出的处理并听取意见，现作出决定如下。`,
    reason: `${of.grounds}${reason}`,
    effect: of.effect.zh,
    cite,
    rights: REMEDIES.zh,
  })
  const detail = { id: of.id, ...imposed, document: letter.id }
  const noted = await note(tx, open, { act: 'sanction.impose', as: post, cite, reason, detail })
  if (sanction.revokes) await appendRevoke(tx, { ...at, open: noted }, { imposed, reason })
  const payload = { case: open.id, party: open.board.party_id, sanction: sanction.name }
  const barredUntil = imposed.bar?.until ?? null
  await tell(tx, { type: 'case.sanctioned', payload: { ...payload, barredUntil } })
  if (sanction.revokes) await tell(tx, { type: 'case.revoked', payload: { case: open.id } })
}

async function appendRevoke(
  tx: WriteTx,
  { open, of, sanction }: OpenProceeding,
  { imposed, reason }: { readonly imposed: Imposed; readonly reason: string },
): Promise<void> {
  const barredUntil = imposed.bar?.until ?? null
  await append(tx, open, {
    act: 'revoke',
    standing: permitAct(tx.actor, open.asked, 'revoke'),
    reason,
    cite: sanction.cite,
    detail: { sanction: sanction.name, foundOn: of.foundOn, barredUntil },
  })
}
