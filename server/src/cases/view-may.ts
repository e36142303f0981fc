import { type Act, NEXT, stepFor } from '@banfa/policy/run'
import { mayAct } from '../identity/index.ts'
import type { ReadTx, Words } from '../kernel/index.ts'
import { isWindowOver } from './case.ts'
import { isCorrectionOver } from './decision-guards.ts'
import { judgingStep } from './judge.ts'
import { expertConditions, isAnswered, toJudge } from './judged-in-step.ts'
import { owedBy } from './missing.ts'
import type { OpenCase } from './open-case.ts'
import { findStanding, type Standing, titleOf } from './standing.ts'
import type { Content } from './view-case.ts'
import { mayAnswer, type Seen } from './view-review.ts'
import type { MayAct } from './views.ts'

type Page = Seen & { readonly content: Content }
type Asking = { readonly tx: ReadTx; readonly open: OpenCase; readonly page: Page }

/** Acts that change somebody's rights or standing: the page asks once more. */
const LEGAL: readonly Act[] = [
  'file',
  'withdraw',
  'recommend',
  'conclude-review',
  'deliberate',
  'publicise',
  'answer-objection',
  'reappraise',
  'decide',
  'refuse',
  'certify',
]

/**
 * The acts the viewer may do now, with what each rests on. An act that the use case would refuse is
 * not in the list; objecting is done from the notice's own page.
 */
export function viewMay(tx: ReadTx, open: OpenCase, page: Page): MayAct[] {
  const asking = { tx, open, page }
  return NEXT[open.state.stage].flatMap((act: Act) => {
    const standing = standingFor(asking, act)
    if (!standing || act === 'object' || !isPossible(asking, act)) return []
    const { title, cite, delegation, post } = standing
    return [
      {
        act,
        title,
        cite,
        legal: LEGAL.includes(act),
        onBehalfOf: delegation?.onBehalfOf ?? null,
        inPlaceOf: post?.inPlaceOf?.name ?? null,
        warns: warnings(asking, act),
      },
    ]
  })
}

function standingFor({ tx, open, page }: Asking, act: Act): Standing | null {
  if (act !== 'judge') return findStanding(tx.actor, open.asked, act)
  if (mayAnswer(tx, open, page).length === 0) return null
  const cite = stepFor(open.service, judgingStep(open))?.cite ?? open.service.cite
  return { post: null, delegation: null, cite, title: titleOf(open.service, act) }
}

type Test = (asking: Asking) => boolean

const POSSIBLE: Readonly<Partial<Record<Act, Test>>> = {
  file: ({ tx, open }) =>
    open.state.filings > 0 || (tx.today >= open.call.opens_on && tx.today <= open.call.closes_on),
  accept: (asking) => owed(asking).length === 0,
  recommend: ({ open, page }) =>
    page.content.outcome.answer !== 'not-met' &&
    toJudge(open, 'recommend').every((one) => isAnswered(open, one.name)),
  // A delegate may be named for the act and still have no sight of the pool.
  // Once answers are in, only who stood aside is replaced.
  assign: ({ tx, open, page }) =>
    mayAct(tx.actor, 'expert.list') &&
    (!page.judgements.some((one) => one.by_expert) || page.experts.length < open.state.experts),
  'conclude-review': isReviewed,
  deliberate: isMet,
  propose: (asking) => isClear(asking) && isMet(asking),
  decide: (asking) => isOther(asking) && isClear(asking) && isMet(asking),
  reappraise: ({ tx, open }) => open.state.upheld > 0 && isWindowOver(open.state, tx.today),
  refuse: (asking) =>
    isCorrectionOver(asking.tx, asking.open.state) &&
    isWindowOver(asking.open.state, asking.tx.today) &&
    (asking.open.state.stage !== 'proposed' || isOther(asking)),
  // Taking away and giving back are the end of a proceeding of their own, with its own page.
  revoke: () => false,
  restore: () => false,
}

function isPossible(asking: Asking, act: Act): boolean {
  return POSSIBLE[act]?.(asking) ?? true
}

function isMet({ page }: Asking): boolean {
  return page.content.outcome.answer === 'met'
}

function isClear({ tx, open }: Asking): boolean {
  const { state } = open
  return isWindowOver(state, tx.today) && state.openObjections.length === 0 && state.upheld === 0
}

function isOther({ open, page }: Asking): boolean {
  return page.viewer.person !== open.state.proposedBy
}

function isReviewed({ open, page }: Asking): boolean {
  const conditions = expertConditions(open).length
  const answers = page.judgements.filter((one) => one.by_expert).length
  const least = stepFor(open.service, 'conclude-review')?.experts ?? 0
  return page.experts.length >= least && answers === page.experts.length * conditions
}

function owed({ open, page }: Asking) {
  const papers = page.content.papers.map((one) => one.paper)
  return owedBy(open, page.content.outcome, papers)
}

function warnings(asking: Asking, act: Act): Words[] {
  if (act === 'file') {
    return owed(asking).map(({ title, cite }) => ({
      zh: `还缺：${title.zh}（${cite}）。现在可以申报，但会被退回补正。`,
      en: `Missing: ${title.en} (${cite}). You may file now, but it will be returned for correction.`,
    }))
  }
  return act === 'withdraw'
    ? [
        {
          zh: '撤回后本次申报终止，材料不再流转。',
          en: 'Withdrawing ends this application for good.',
        },
      ]
    : []
}
