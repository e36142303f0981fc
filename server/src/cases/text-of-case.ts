import type { Program } from '@banfa/policy/run'
import type { ReadTx } from '../kernel/index.ts'
import { getPinnedProgram, programInForce, textForFiling } from '../rulebook/index.ts'
import type { CallRow } from './call-store.ts'
import type { CaseState, GoverningText } from './case.ts'

type Started = { readonly service: string; readonly state: Pick<CaseState, 'filings' | 'text'> }

/**
 * The text that governs a case: what its record says, else the version its call was pinned to, and
 * no later one. A draft is under the text it would be filed under today, which only a transitional
 * rule makes another than the call's.
 */
export async function textOf(
  tx: ReadTx,
  call: CallRow,
  { service, state }: Started,
): Promise<Program> {
  const { version, digest } = state.text ?? call
  const program = await getPinnedProgram(tx, { pack: call.pack, version, digest })
  if (state.filings > 0) return program
  const inForce = await programInForce(tx, call.pack, tx.today)
  return textForFiling(program, inForce, { service, on: tx.today })
}

/**
 * What the entry of a first filing says of the text: from then on it is settled. Nothing where it is
 * the call's own.
 */
export function settledText(of: {
  readonly state: Pick<CaseState, 'filings'>
  readonly call: Pick<CallRow, 'digest'>
  readonly program: Program
}): { readonly text?: GoverningText } {
  const { version, digest } = of.program
  return of.state.filings > 0 || digest === of.call.digest ? {} : { text: { version, digest } }
}
