import { announce, refusal, type Words, type WriteTx } from '../kernel/index.ts'
import { owedOnFiling } from './accept-application.ts'
import { append } from './append.ts'
import { refuseUnlessNext } from './case.ts'
import type { ReturnInput } from './inputs.ts'
import { aboutCase, issueLetter, signedBy } from './letters.ts'
import type { Owed } from './missing.ts'
import { lockCase } from './open-case.ts'
import { permitAct } from './standing.ts'
import type { Acted } from './views.ts'

const BASIS = '行政许可法第32条；优化营商环境条例（一次性告知）'

/**
 * Returns for correction 补正: the engine's complete list of missing papers and facts at once, and
 * the officer's remarks. Refuses `case.nothing-to-correct` when there is neither.
 */
export async function returnForCorrection(tx: WriteTx, input: ReturnInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = permitAct(tx.actor, open.asked, 'return')
  refuseUnlessNext(open.state, 'return')
  const { owed } = await owedOnFiling(tx, open)
  const remarks = input.remarks?.trim() ?? ''
  if (owed.length === 0 && remarks === '') refusal('case.nothing-to-correct')
  const letter = await issueLetter(tx, open, {
    kind: 'correction',
    series: '补',
    from: signedBy(open, standing),
    content: {
      ...(await aboutCase(tx, open)),
      items: owed.map((one) => ({ title: one.title, what: whatToDo(one), cite: one.cite })),
      remarks,
      basis: BASIS,
      until: null,
    },
  })
  const acted = await append(tx, open, {
    act: 'return',
    standing,
    reason: remarks,
    detail: {
      missing: owed.map(({ name, title, cite }) => ({ name, title, cite })),
      document: letter.id,
    },
  })
  await announce(tx, { type: 'case.returned', payload: { case: open.id, letter: letter.number } })
  return acted
}

function whatToDo(owed: Owed): Words {
  return owed.kind === 'paper'
    ? { zh: '请提交该材料', en: 'Hand in this paper' }
    : { zh: '请填写该项', en: 'Fill in this fact' }
}
