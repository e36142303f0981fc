import { type Attachment, listAttachments } from '../../documents/index.ts'
import type { ReadTx, Words } from '../../kernel/index.ts'
import { isMaskedFor } from '../blind/blind.ts'
import type { CaseId } from '../ids.ts'
import { subjectOf } from '../open-case.ts'
import { readVisibleCase } from '../visible-case.ts'
import { type Change, foldChanges } from './change.ts'
import { CHANGE_STEPS, type ChangeStep, changeDuties, isDue, mayStep } from './open-change.ts'

export type ChangesView = {
  /** What may be reported now, under which article and how long before; null for whoever may not. */
  readonly report: {
    readonly kinds: readonly { readonly name: string; readonly title: Words }[]
    readonly title: Words
    readonly cite: string
  } | null
  readonly changes: readonly (Change & {
    readonly title: Words
    readonly photos: readonly Pick<Attachment, 'id' | 'paper' | 'name'>[]
    readonly may: readonly ChangeStep[]
  })[]
}

/** The changes reported on a case, newest first, with what the viewer may do now. */
export async function viewChanges(tx: ReadTx, id: CaseId): Promise<ChangesView> {
  const open = await readVisibleCase(tx, id)
  const duties = changeDuties(open)
  if (!duties || isMaskedFor(tx, open)) return { report: null, changes: [] }
  const { report } = duties
  const isHeld = open.state.stage === 'certified'
  const files = await listAttachments(tx, subjectOf(open.id))
  return {
    report:
      isHeld && mayStep(tx, open, 'report')
        ? { kinds: report.change.kinds, title: report.title, cite: report.cite }
        : null,
    changes: foldChanges(open.entries)
      .reverse()
      .map((of) => ({
        ...of,
        title: report.change.kinds.find((one) => one.name === of.kind)?.title ?? report.title,
        photos: files
          .filter((one) => one.paper === `visit-${of.id}`)
          .map(({ id: file, paper, name }) => ({ id: file, paper, name })),
        may: CHANGE_STEPS.filter(
          (step) => step !== 'report' && isHeld && isDue[step](of) && mayStep(tx, open, step),
        ),
      })),
  }
}
