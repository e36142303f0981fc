import { drawNumber, issue, openFolder } from '../documents/index.ts'
import { refusal, sealRows, type WriteTx } from '../kernel/index.ts'
import { append } from './append.ts'
import type { AnswerObjectionInput } from './inputs.ts'
import { aboutCase, signedBy } from './letters.ts'
import { findObjection, type ObjectionRow, writeAnswer } from './notice-store.ts'
import { noteOn } from './objections/handle-objection.ts'
import { listAlike } from './objections/list-alike.ts'
import { subjectOfObjection } from './objections/objection.ts'
import { findObjector } from './objections/words-store.ts'
import { lockCase, type OpenCase } from './open-case.ts'
import { OBJECTIONS } from './sealed.ts'
import { type Standing, takeUpAct } from './standing.ts'
import { tell } from './tell.ts'
import { refuseUnlessNext } from './turn.ts'
import type { Acted } from './views.ts'

/** Letters printed in one transaction; the others are answered by the next. */
const MOST_ALIKE = 50

/**
 * Answers an objection 答复异议: upheld or dismissed, with the reason, by a letter to whoever made it;
 * with `alike` also those that say the same of the case, each by a letter of its own. One that is
 * upheld leaves refusal or another appraisal (ADR 0071). Refuses `case.objection-already` when it was
 * answered.
 */
export async function answerObjection(
  tx: WriteTx,
  { alike, ...input }: AnswerObjectionInput & { readonly alike?: boolean },
): Promise<Acted> {
  let acted = await answerOne(tx, input)
  const others = alike ? await listAlike(tx, input) : []
  for (const objection of others.slice(0, MOST_ALIKE)) {
    acted = await answerOne(tx, { ...input, objection })
  }
  return acted
}

async function answerOne(tx: WriteTx, input: AnswerObjectionInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = await takeUpAct(tx, open.asked, 'answer-objection')
  const objection = await findObjection(tx, input.objection)
  if (objection?.case_id !== open.id) return refusal('case.objection-not-found')
  if (objection.answered_on) refusal('case.objection-already', { on: objection.answered_on })
  refuseUnlessNext(open, 'answer-objection')
  await writeAnswer(tx, {
    id: objection.id,
    answered_on: tx.today,
    upheld: input.upheld,
    answer: input.reason,
    answered_by: signedBy(open, standing).zh,
  })
  await sealRows(tx, OBJECTIONS, [objection.id])
  const letter = await issueReply(tx, { open, standing, objection }, input)
  const acted = await append(tx, open, {
    act: 'answer-objection',
    standing,
    reason: input.reason,
    detail: { objection: objection.id, upheld: input.upheld },
  })
  await noteOn(
    tx,
    { id: objection.id, standing },
    {
      act: 'objection.answer',
      reason: input.reason,
      detail: { upheld: input.upheld, document: letter.id, sha256: letter.sha256 },
    },
  )
  await tell(tx, {
    type: 'objection.answered',
    payload: { case: open.id, objection: objection.id, upheld: input.upheld },
  })
  return acted
}

type Answering = {
  readonly open: OpenCase
  readonly standing: Standing
  readonly objection: ObjectionRow
}

/** 异议答复书, in the objection's own folder, which the party does not read. */
async function issueReply(
  tx: WriteTx,
  { open, standing, objection }: Answering,
  { upheld, reason }: AnswerObjectionInput,
) {
  const subject = subjectOfObjection(objection.id)
  await openFolder(tx, { subject })
  const from = signedBy(open, standing)
  const number = await drawNumber(tx, { office: from, series: '异复' })
  const objector = await findObjector(tx, objection.id)
  const { applicant, creditCode, service, measure } = await aboutCase(tx, open)
  return issue(tx, {
    kind: 'reply',
    subject,
    number,
    from,
    content: {
      ...{ applicant, creditCode, service, measure },
      to: objector?.name ?? '',
      objection: objection.number ?? '',
      madeOn: objection.made_on,
      grounds: objection.grounds,
      result: upheld ? RESULTS.upheld : RESULTS.dismissed,
      reason,
      cite: standing.cite,
    },
  })
}

const RESULTS = {
  upheld: '异议成立。该件不再按原公示名单认定，本机关将依照办法重新评审或者作出不予认定的决定。',
  dismissed: '异议不成立。该件按照规定程序继续办理。',
}
