import { listAttachments } from '../documents/index.ts'
import { permit } from '../identity/index.ts'
import { type Json, type ReadTx, refusal, type WriteTx } from '../kernel/index.ts'
import { currentFacts } from '../registries/index.ts'
import { factsAsked, gatherFacts, refuseBadAnswers, valuesOf } from './answers.ts'
import { writeDraft } from './case-store.ts'
import { answerOf } from './engine.ts'
import type { SaveDraftInput } from './inputs.ts'
import { lockCase, type OpenCase, subjectOf } from './open-case.ts'
import type { DraftSaved } from './views.ts'

/**
 * Keeps what was typed and answers the self check on it. Refuses `case.stale` when another page
 * saved in between, `case.fact-locked` for a verified value, `case.stage-conflict` once filed.
 */
export async function saveDraft(tx: WriteTx, input: SaveDraftInput): Promise<DraftSaved> {
  const open = await lockCase(tx, input.caseId)
  permit(tx.actor, 'case.save-draft', { party: open.board.party_id })
  refuseUnlessEditable(open)
  refuseStale(open, input.revision)
  const facts = factsAsked(open.program, open.service)
  const known = await currentFacts(tx, open.board.party_id)
  refuseBadAnswers(facts, input.answers, known)
  const answers = merged(open.data.answers, input.answers)
  const partner = input.partner === undefined ? open.data.partner : input.partner
  const revision = open.data.revision + 1
  await writeDraft(tx, { id: open.id, answers, partner, revision, savedAt: tx.now })
  const values = valuesOf(gatherFacts(facts, answers, known))
  return { revision, savedAt: tx.now, outcome: await selfCheck(tx, open, values) }
}

/** While the applicant is writing: before filing, and after a return for correction. */
export function isEditable(open: Pick<OpenCase, 'state'>): boolean {
  return open.state.stage === 'draft' || open.state.stage === 'returned'
}

export function refuseUnlessEditable(open: OpenCase): void {
  if (!isEditable(open)) {
    refusal('case.stage-conflict', { act: 'save-draft', stage: open.state.stage })
  }
}

export function refuseStale(open: OpenCase, revision: number): void {
  if (open.data.revision !== revision) {
    refusal('case.stale', { yours: revision, current: open.data.revision })
  }
}

async function selfCheck(tx: ReadTx, open: OpenCase, facts: Record<string, Json>) {
  const papers = (await listAttachments(tx, subjectOf(open.id))).map((file) => file.paper)
  return answerOf(open.program, open.service, { facts, papers, judged: {}, on: tx.today })
}

function merged(
  before: Readonly<Record<string, Json>>,
  typed: Readonly<Record<string, Json>>,
): Record<string, Json> {
  const all = { ...before, ...typed }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))
}
