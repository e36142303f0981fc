import { listAttachments } from '../documents/index.ts'
import { permit } from '../identity/index.ts'
import { type Json, type ReadTx, refusal, type WriteTx } from '../kernel/index.ts'
import { factsAsked, gatherFacts, refuseBadAnswers, valuesOf } from './answers.ts'
import { type CaseData, writeDraft } from './case-store.ts'
import { findSave, insertSave } from './draft-store.ts'
import { answerOf } from './engine.ts'
import type { CaseId } from './ids.ts'
import type { SaveDraftInput } from './inputs.ts'
import { knownFor } from './known-facts.ts'
import { changesSince, type DraftContent, type Merged, mergeDraft, PARTNER } from './merge-draft.ts'
import { lockCase, type OpenCase, readCase, subjectOf } from './open-case.ts'
import type { Partner } from './tables.ts'
import { refuseOutOfTurn } from './turn.ts'
import type { DraftChanges, DraftSaved } from './views.ts'

/**
 * Keeps what was typed, field by field, and answers the self check on it (ADR 0068). A field that
 * somebody else changed since the page saw it is not written: it is named in `rejected` and comes
 * back in `changes` with its value, who and when, as does everything else the page has not seen. The
 * same `save` twice changes nothing. Refuses `case.fact-locked` for a verified value,
 * `case.stage-conflict` once filed.
 */
export async function saveDraft(tx: WriteTx, input: SaveDraftInput): Promise<DraftSaved> {
  const open = await lockCase(tx, input.caseId)
  permit(tx.actor, 'case.save-draft', { party: open.board.party_id })
  refuseUnlessEditable(open)
  const facts = factsAsked(open.program, open.service)
  const known = await knownFor(tx, open.board.party_id, open.program)
  const save = input.save ?? crypto.randomUUID()
  const before = contentOf(open.data)
  const rejectedBefore = await findSave(tx, open.id, save)
  if (!rejectedBefore) refuseBadAnswers(facts, input.answers, known)
  const merged = rejectedBefore
    ? { ...before, rejected: rejectedBefore }
    : await merge(tx, open, { before, input, save })
  const values = valuesOf(gatherFacts(facts, answersOf(merged), known))
  const { revision, rejected } = merged
  return {
    revision,
    savedAt: tx.now,
    rejected,
    changes: changesSince(merged, { seen: input.revision, save, besides: rejected }),
    outcome: await selfCheck(tx, open, values),
  }
}

/** What others wrote into a draft after a revision; for a page that has nothing to save itself. */
export async function draftChanges(
  tx: ReadTx,
  { caseId, since }: { readonly caseId: CaseId; readonly since: number },
): Promise<DraftChanges> {
  const open = await readCase(tx, caseId)
  permit(tx.actor, 'case.save-draft', { party: open.board.party_id })
  const content = contentOf(open.data)
  const changes = changesSince(content, { seen: since, save: null })
  return { revision: content.revision, changes }
}

async function merge(
  tx: WriteTx,
  open: OpenCase,
  of: { before: DraftContent; input: SaveDraftInput; save: string },
): Promise<Merged> {
  const { answers, partner, revision: seen } = of.input
  const values = { ...answers, ...(partner === undefined ? {} : { [PARTNER]: partner }) }
  const by = tx.actor.kind === 'person' ? tx.actor.name : tx.actor.kind
  const mark = {
    ...{ by, at: tx.now, save: of.save },
    ...(tx.actor.kind === 'person' && { person: tx.actor.person }),
  }
  const merged = mergeDraft(of.before, { values, seen, mark })
  if (merged.revision !== of.before.revision) {
    await writeDraft(tx, {
      id: open.id,
      answers: answersOf(merged),
      partner: (merged.values[PARTNER] ?? null) as Partner | null,
      marks: merged.marks,
      revision: merged.revision,
      savedAt: tx.now,
    })
  }
  await insertSave(tx, { caseId: open.id, save: of.save, rejected: merged.rejected })
  return merged
}

function contentOf({ answers, partner, marks, revision }: CaseData): DraftContent {
  return { values: partner ? { ...answers, [PARTNER]: partner } : answers, marks, revision }
}

/** An emptied answer is taken back. */
function answersOf({ values }: DraftContent): Record<string, Json> {
  const { [PARTNER]: _, ...answers } = values
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null))
}

/** While the applicant is writing: before filing, and after a return for correction. */
export function isEditable(open: Pick<OpenCase, 'state'>): boolean {
  return open.state.stage === 'draft' || open.state.stage === 'returned'
}

export function refuseUnlessEditable(open: OpenCase): void {
  if (!isEditable(open)) refuseOutOfTurn(open, { zh: '修改填报内容', en: 'Change the draft' })
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
