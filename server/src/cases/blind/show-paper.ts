import { refusal, type WriteTx } from '../../kernel/index.ts'
import type { CaseId } from '../ids.ts'
import { note } from '../note.ts'
import { lockCase } from '../open-case.ts'
import { takeUpAct } from '../standing.ts'
import { isReviewedBlind } from './blind.ts'
import { isWithheld } from './mask.ts'

export type ShowPaperInput = {
  readonly caseId: CaseId
  readonly paper: string
  readonly shown: boolean
  readonly reason: string
}

/**
 * Whether the experts of a blind review are shown a paper, by the office that assigns them; papers
 * are shown as they were handed in until it is said otherwise. Refuses `case.paper-not-found`,
 * `case.review-named` where the measure does not review blind, and `case.paper-shown-already`.
 */
export async function showPaper(tx: WriteTx, input: ShowPaperInput): Promise<void> {
  const open = await lockCase(tx, input.caseId)
  const standing = await takeUpAct(tx, open.asked, 'assign')
  const paper = open.service.papers.find((one) => one.name === input.paper)
  if (!paper) return refusal('case.paper-not-found', { paper: input.paper })
  if (!isReviewedBlind(open.service)) return refusal('case.review-named')
  if (isWithheld(open, paper.name) !== input.shown)
    return refusal('case.paper-shown-already', { paper: paper.title.zh })
  await note(tx, open, {
    act: input.shown ? 'paper.show' : 'paper.withhold',
    as: standing.post,
    cite: standing.cite,
    reason: input.reason,
    detail: { paper: paper.name },
  })
}
