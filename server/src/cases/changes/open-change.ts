import type { Duty } from '@banfa/policy/run'
import { mayAct, permit, type Relation, type Right } from '../../identity/index.ts'
import { type Post, type ReadTx, refusal, type WriteTx } from '../../kernel/index.ts'
import type { CaseInput } from '../inputs.ts'
import { lockCase, type OpenCase } from '../open-case.ts'
import { type Change, type ChangeId, foldChanges } from './change.ts'

/** The measure's own duties about changes; null where it asks for no report. */
export type ChangeDuties = {
  readonly report: Duty & { readonly change: NonNullable<Duty['change']> }
  readonly verify: Duty
  readonly file: Duty
}

export function changeDuties({ program }: Pick<OpenCase, 'program'>): ChangeDuties | null {
  const report = program.duties.find((one) => one.change)
  const named = (name: string | undefined) => program.duties.find((one) => one.name === name)
  const verify = named(report?.change?.verified)
  const file = named(report?.change?.filed)
  if (!report?.change || !verify || !file) return null
  return { report: { ...report, change: report.change }, verify, file }
}

export const CHANGE_STEPS = ['report', 'verify', 'file', 'settle'] as const
export type ChangeStep = (typeof CHANGE_STEPS)[number]

const RIGHTS: Readonly<Record<ChangeStep, Right>> = {
  report: 'case.report-change',
  verify: 'case.verify-change',
  file: 'case.report-change',
  settle: 'case.settle-change',
}

/** Who takes a step: the offices are those the measure's duties name. */
function relationFor(open: OpenCase, duties: ChangeDuties, step: ChangeStep): Relation {
  const { party, district } = open.asked
  const officeKey = step === 'verify' ? duties.verify.of : open.program.issuer
  return { party, district, officeKey }
}

export function mayStep(tx: ReadTx, open: OpenCase, step: ChangeStep): boolean {
  const duties = changeDuties(open)
  return duties !== null && mayAct(tx.actor, RIGHTS[step], relationFor(open, duties, step))
}

export const isDue: Readonly<Record<Exclude<ChangeStep, 'report'>, (of: Change) => boolean>> = {
  verify: (of) => of.verified === null,
  file: (of) => of.verified !== null && of.filed === null,
  settle: (of) => of.filed !== null && of.settled === null,
}

export type OpenChange = {
  readonly open: OpenCase
  readonly duties: ChangeDuties
  readonly post: Post | null
}

/** Locks the case and permits the step; only a standing recognition has changes to report. */
export async function openForChange(
  tx: WriteTx,
  { caseId }: CaseInput,
  step: ChangeStep,
): Promise<OpenChange> {
  const open = await lockCase(tx, caseId)
  const duties = changeDuties(open)
  if (!duties) {
    permit(tx.actor, RIGHTS[step], { ...open.asked, officeKey: open.program.issuer })
    return refusal('case.change-conflict')
  }
  const post = permit(tx.actor, RIGHTS[step], relationFor(open, duties, step))
  if (open.state.stage !== 'certified') refusal('case.change-conflict')
  return { open, duties, post }
}

export type ChangeInput = CaseInput & { readonly changeId: ChangeId }

/** The same for a change that was reported; refuses `case.change-conflict` out of turn. */
export async function openChange(
  tx: WriteTx,
  input: ChangeInput,
  step: Exclude<ChangeStep, 'report'>,
): Promise<OpenChange & { readonly of: Change }> {
  const opened = await openForChange(tx, input, step)
  const of = foldChanges(opened.open.entries).find((one) => one.id === input.changeId)
  if (!of || !isDue[step](of)) return refusal('case.change-conflict')
  return { ...opened, of }
}
