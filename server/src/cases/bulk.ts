import { permit } from '../identity/index.ts'
import {
  type Actor,
  type Kernel,
  type Refusal,
  Refusal as Refused,
  type WriteTx,
} from '../kernel/index.ts'
import { acceptApplication } from './accept-application.ts'
import { certify } from './certify.ts'
import { concludeReview } from './conclude-review.ts'
import { decide } from './decide.ts'
import { deliberate } from './deliberate.ts'
import type { CaseId } from './ids.ts'
import { propose } from './propose.ts'
import { recommend } from './recommend.ts'
import { sendBack } from './send-back.ts'

type Done = (tx: WriteTx, input: { caseId: CaseId; text: string }) => Promise<unknown>

/** Acts that several cases may be given at once, with one text for all. */
export const BULK_ACTS = {
  accept: (tx, { caseId, text }) => acceptApplication(tx, { caseId, reason: text }),
  recommend: (tx, { caseId, text }) => recommend(tx, { caseId, recommendation: text }),
  'conclude-review': (tx, { caseId, text }) => concludeReview(tx, { caseId, reason: text }),
  deliberate: (tx, { caseId, text }) => deliberate(tx, { caseId, reason: text }),
  propose: (tx, { caseId, text }) => propose(tx, { caseId, reason: text }),
  decide: (tx, { caseId, text }) => decide(tx, { caseId, reason: text }),
  certify: (tx, { caseId, text }) => certify(tx, { caseId, reason: text }),
  'send-back': (tx, { caseId, text }) => sendBack(tx, { caseId, reason: text }),
} as const satisfies Readonly<Record<string, Done>>

export type BulkAct = keyof typeof BULK_ACTS

export type BulkInput = {
  readonly act: BulkAct
  readonly cases: readonly CaseId[]
  readonly text: string
}

/** One line of the preview or of the result; a refusal where the act was refused. */
export type BulkLine = { readonly caseId: CaseId; readonly refused: Refusal | null }

class TriedOnly extends Error {}

/**
 * What would happen to each case: the act is done, then taken back, so that the preview says no for
 * exactly the reasons the act has. Nothing is written, no number drawn.
 */
export async function previewBulk(
  kernel: Kernel,
  actor: Actor,
  input: BulkInput,
): Promise<BulkLine[]> {
  permit(actor, 'case.bulk')
  return eachOne(input, async (one) => {
    const tried = kernel.writing(actor, async (tx) => {
      await BULK_ACTS[input.act](tx, one)
      throw new TriedOnly()
    })
    await tried.catch((error: unknown) => {
      if (!(error instanceof TriedOnly)) throw error
    })
  })
}

/** Does the act on each case in a transaction of its own: one that is refused holds up no other. */
export async function doBulk(kernel: Kernel, actor: Actor, input: BulkInput): Promise<BulkLine[]> {
  permit(actor, 'case.bulk')
  return eachOne(input, (one) => kernel.writing(actor, (tx) => BULK_ACTS[input.act](tx, one)))
}

/** One after the other: each waits for the zone's record anyway. */
async function eachOne(
  { cases, text }: BulkInput,
  work: (one: { caseId: CaseId; text: string }) => Promise<unknown>,
): Promise<BulkLine[]> {
  const lines: BulkLine[] = []
  for (const caseId of new Set(cases)) {
    lines.push({ caseId, refused: await refusedOf(() => work({ caseId, text })) })
  }
  return lines
}

async function refusedOf(work: () => Promise<unknown>): Promise<Refusal | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
}
