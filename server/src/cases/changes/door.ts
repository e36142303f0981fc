import { settleChange } from './settle-change.ts'
import { fileChange, photographChange, reportChange, verifyChange } from './steps.ts'
import { viewChanges } from './view-changes.ts'

/** 变更报备: reported ahead, verified on site, filed with the bureau, settled. */
export const changes = {
  report: reportChange,
  photograph: photographChange,
  verify: verifyChange,
  file: fileChange,
  settle: settleChange,
  view: viewChanges,
}
