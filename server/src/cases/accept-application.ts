import { type ReadTx, refusal, type Words, type WriteTx } from '../kernel/index.ts'
import { append } from './append.ts'
import { printedPapers } from './file-application.ts'
import { type Filed, filedOutcome } from './filed-outcome.ts'
import type { OptionalReasonInput } from './inputs.ts'
import { aboutCase, issueLetter, signedBy } from './letters.ts'
import { type Owed, owedBy } from './missing.ts'
import { lockCase, type OpenCase } from './open-case.ts'
import { permitAct, type Standing } from './standing.ts'
import { tell } from './tell.ts'
import { refuseUnlessNext } from './turn.ts'
import type { Acted } from './views.ts'

const RETURN_IT: Words = {
  zh: '请用“退回补正”一次性告知全部内容，清单已列好。',
  en: 'Return it for correction: the complete list is ready.',
}

/**
 * Accepts 受理. Refuses `case.incomplete` while a required paper or fact is missing, naming every
 * one; whether conditions are met is not asked here.
 */
export async function acceptApplication(tx: WriteTx, input: OptionalReasonInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = permitAct(tx.actor, open.asked, 'accept')
  refuseUnlessNext(open, 'accept')
  const { filed, owed } = await owedOnFiling(tx, open)
  if (owed.length > 0) {
    const titles = owed.map((one) => one.title.zh)
    const about = { cite: owed[0]?.cite ?? null, field: owed.map((one) => one.name) }
    refusal('case.incomplete', { titles, count: owed.length }, { ...about, next: RETURN_IT })
  }
  const document = await issueAcceptance(tx, open, { filed, standing })
  const acted = await append(tx, open, {
    act: 'accept',
    standing,
    detail: { document },
    reason: input.reason ?? null,
  })
  await tell(tx, { type: 'case.accepted', payload: { case: open.id } })
  return acted
}

/** What the filing still owes, by the engine, on the day it was filed for. */
export async function owedOnFiling(
  tx: ReadTx,
  open: OpenCase,
): Promise<{ filed: Filed; owed: Owed[] }> {
  const filed = await filedOutcome(tx, open)
  const papers = filed.filing.papers.map((one) => one.paper)
  return { filed, owed: owedBy(open, filed.outcome, papers) }
}

async function issueAcceptance(
  tx: WriteTx,
  open: OpenCase,
  { filed, standing }: { filed: Filed; standing: Standing },
): Promise<string> {
  const { filing } = filed
  const issued = await issueLetter(tx, open, {
    kind: 'receipt',
    series: '受',
    from: signedBy(open, standing),
    content: {
      ...(await aboutCase(tx, open)),
      of: 'accepted',
      call: open.call.number,
      filedOn: filing.filed_on,
      papers: printedPapers(open, filing.papers),
      seal: filing.hash,
      next: {
        zh: '现由本单位初审；初审合格的，向市科技局书面推荐。',
        en: 'The preliminary review begins; on passing it the office recommends in writing.',
      },
    },
  })
  return issued.id
}
