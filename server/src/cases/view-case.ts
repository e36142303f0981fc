import type { Outcome } from '@banfa/policy/run'
import { listMovements } from '../clocks/index.ts'
import { type Issued, listAttachments, listIssued } from '../documents/index.ts'
import { loadCalendar, type ReadTx } from '../kernel/index.ts'
import { getParty } from '../registries/index.ts'
import { factsAsked, gatherFacts, valuesOf } from './answers.ts'
import { isMaskedFor, isReviewedBlind } from './blind/blind.ts'
import { maskedView } from './blind/mask.ts'
import { clockworkOf } from './clockwork.ts'
import { deadlineOf } from './deadlines.ts'
import { answerOf } from './engine.ts'
import { outcomeOf } from './filed-outcome.ts'
import type { CaseId } from './ids.ts'
import { knownFor } from './known-facts.ts'
import type { OpenCase } from './open-case.ts'
import { subjectOf } from './open-case.ts'
import { selectWords } from './opinion-words-store.ts'
import { selectExperts, selectJudgements, selectRecused } from './review-store.ts'
import { isEditable } from './save-draft.ts'
import { type FiledFact, papersOf, type SealedPaper } from './sealing.ts'
import { findStanding } from './standing.ts'
import { viewActs } from './view-acts.ts'
import { viewClock } from './view-clock.ts'
import { viewFacts, viewPapers } from './view-facts.ts'
import { viewMay } from './view-may.ts'
import { viewObjections } from './view-objections.ts'
import { viewAsExpert, viewExperts, viewJudgements, viewRecusals } from './view-review.ts'
import { viewRoute, waitsForWords } from './view-route.ts'
import { type Viewer, viewerOf } from './viewer.ts'
import type { CaseView } from './views.ts'
import { readVisibleCase } from './visible-case.ts'

/** What the page shows as the case's content: as typed while it is written, as sealed afterwards. */
export type Content = {
  readonly facts: readonly FiledFact[]
  readonly papers: readonly SealedPaper[]
  readonly outcome: Outcome
  readonly filing: OpenCase['filing']
}

/**
 * Everything one page of a case needs, as far as the viewer may see it, in a number of statements
 * that does not depend on how much happened. Refuses `case.not-found` for a case that is not theirs
 * to see.
 */
export async function viewCase(tx: ReadTx, id: CaseId): Promise<CaseView> {
  const open = await readVisibleCase(tx, id)
  const viewer = viewerOf(tx, open)
  const [content, review, calendar, movements, party] = await Promise.all([
    contentFor(tx, open, viewer),
    reviewOf(tx, open),
    loadCalendar(tx),
    listMovements(tx, id),
    getParty(tx, open.board.party_id),
  ])
  // After the others: for whoever looks into an objection more may be seen from here on.
  const [objections, issued] = await Promise.all([
    viewObjections(tx, open, viewer),
    listIssued(tx, subjectOf(id)),
  ])
  const seen = { viewer, content, ...review }
  const clockwork = clockworkOf(tx, open, { calendar, movements })
  const blind = blindFor(tx, open, viewer)
  const view: CaseView = {
    ...identification(open),
    party,
    blind,
    waitsFor: waitsForWords(open),
    deadline: deadlineOf(open.state, clockwork),
    clock: viewClock(tx, open, clockwork),
    route: viewRoute(open),
    acts: viewActs(open),
    may: viewMay(tx, open, seen),
    facts: viewFacts(open, content.facts, viewer),
    papers: viewPapers(open, content.papers),
    outcome: content.outcome,
    judgements: viewJudgements(tx, open, seen),
    experts: viewExperts(seen),
    recusals: viewRecusals(seen),
    asExpert: viewAsExpert(open, seen),
    objections,
    documents: issued.map(presentIssued),
    ...standing(open, content),
  }
  return blind?.masked ? maskedView(view, open) : view
}

/** The applicant is told nothing of how experts see the case. */
function blindFor(tx: ReadTx, open: OpenCase, { isParty }: Viewer): CaseView['blind'] {
  const masked = isMaskedFor(tx, open)
  if (isParty || !(masked || isReviewedBlind(open.service))) return null
  const mayWithhold = !masked && findStanding(tx.actor, open.asked, 'assign') !== null
  return { masked, mayWithhold }
}

/** The review as far as row-level security lets the viewer read it. */
async function reviewOf(tx: ReadTx, open: OpenCase) {
  const [experts, judgements, recused, words] = await Promise.all([
    selectExperts(tx, open),
    selectJudgements(tx, open),
    selectRecused(tx, open),
    selectWords(tx, open),
  ])
  return { experts, judgements, recused, words }
}

function presentIssued({ id, kind, title, number, on }: Issued) {
  return { id, kind, title, number, on }
}

async function contentFor(tx: ReadTx, open: OpenCase, viewer: Viewer): Promise<Content> {
  const { filing } = open
  if (filing && !(viewer.isParty && isEditable(open))) {
    const { lineage: facts, papers } = filing
    return { facts, papers, filing, outcome: outcomeOf(open, filing) }
  }
  const known = await knownFor(tx, open.board.party_id, open.program)
  const facts = gatherFacts(factsAsked(open.program, open.service), open.data.answers, known)
  const papers = papersOf(await listAttachments(tx, subjectOf(open.id)))
  const outcome = answerOf(open.program, open.service, {
    facts: valuesOf(facts),
    papers: papers.map((one) => one.paper),
    judged: {},
    on: tx.today,
  })
  return { facts, papers, filing, outcome }
}

function identification(open: OpenCase) {
  const { call, program, service, board, state, data } = open
  return {
    id: open.id,
    number: state.receipt,
    service: service.name,
    serviceTitle: service.title,
    pack: program.pack,
    version: program.version,
    measure: program.title,
    call: { id: call.id, number: call.number, title: call.title, closesOn: call.closes_on },
    partner: data.partner,
    district: board.district,
    stage: state.stage,
    stageOn: state.since,
    revision: data.revision,
    savedAt: data.saved_at,
  }
}

function standing({ state }: OpenCase, { filing }: Content) {
  const { notice, certificate } = state
  return {
    notice: notice && { ...notice, id: notice.id as NonNullable<CaseView['notice']>['id'] },
    certificate: certificate && {
      number: certificate.number,
      revoked: state.stage === 'revoked',
    },
    seal: filing ? { hash: filing.hash, receipt: filing.receipt, on: filing.filed_on } : null,
  }
}
