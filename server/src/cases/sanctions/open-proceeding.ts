import type { Limit, Sanction } from '@banfa/policy/run'
import { permit, type Right } from '../../identity/index.ts'
import { type Post, refusal, type WriteTx } from '../../kernel/index.ts'
import type { CaseInput } from '../inputs.ts'
import { lockCase, type OpenCase } from '../open-case.ts'
import { doerOf } from '../standing.ts'
import { foldProceedings, type Proceeding, type SanctionId } from './proceeding.ts'

/** How long a party may answer where the measure prints nothing. */
const ASSUMED: Limit = {
  length: 5,
  unit: 'working-days',
  assumed: true,
  basis: {
    zh: '参照行政处罚法第64条(一)、第85条',
    en: 'By analogy with Arts. 64(1) and 85 of the Administrative Penalty Law',
  },
}

export type ProceedingInput = CaseInput & { readonly sanctionId: SanctionId }

export type OpenProceeding = {
  readonly open: OpenCase
  readonly of: Proceeding
  readonly sanction: Sanction
  readonly post: Post | null
}

/**
 * Locks the case, permits the actor, and finds the proceeding if it is at a point where this may be
 * done; refuses `case.sanction-conflict` otherwise.
 */
export async function openProceeding(
  tx: WriteTx,
  input: ProceedingInput,
  step: { readonly right: Right; readonly when: (of: Proceeding) => boolean },
): Promise<OpenProceeding> {
  const open = await lockCase(tx, input.caseId)
  const post = permitOn(tx, open, step.right)
  const of = foldProceedings(open.entries).find((one) => one.id === input.sanctionId)
  const sanction = of && sanctionNamed(open, of.sanction)
  if (!of || !sanction || !step.when(of)) return refusal('case.sanction-conflict')
  return { open, of, sanction, post }
}

/** Sanctions lie with the office that decides the case, and are never delegated (ADR 0083). */
export function permitOn(tx: WriteTx, open: OpenCase, right: Right): Post | null {
  const { by } = doerOf(open.service, 'revoke')
  const { party, district } = open.asked
  return permit(tx.actor, right, { officeKey: by, party, district })
}

/** The office a proceeding lies with, for whom what the party does is told. */
export const officesOf = (open: OpenCase): string[] => [doerOf(open.service, 'revoke').by]

/** A sanction of the measure that the pack carries out. */
export function sanctionNamed({ program }: OpenCase, name: string): Sanction | undefined {
  return program.sanctions.find((one) => one.name === name && one.carriedOut)
}

export const timeToAnswer = ({ answer }: Sanction): Limit => answer ?? ASSUMED
