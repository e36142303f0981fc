/** The door of the consultations room: 征求意见 of a draft, comments, answers, the summary. */
import { linkAdopted } from './adopt.ts'
import { answer } from './answer.ts'
import { commentOn } from './comment-on.ts'
import { forgetDue } from './forget-due.ts'
import { handInDraft, handInNote } from './hand-in.ts'
import { listDrafts } from './list-drafts.ts'
import { eraseCommenter, ownComments } from './own-comments.ts'
import { plan } from './plan.ts'
import { prepare } from './prepare.ts'
import { publish } from './publish.ts'
import { publishSummary } from './publish-summary.ts'
import {
  listComments,
  listConsultations,
  openFile,
  openSummary,
  readSummary,
  viewConsultation,
} from './view.ts'

export type { CommentId, ConsultationId, Outcome } from './consultation.ts'
export { refusals } from './refusals.ts'

export const consultations = {
  plan,
  prepare,
  handInDraft,
  handInNote,
  publish,
  comment: commentOn,
  own: ownComments,
  erase: eraseCommenter,
  answer,
  publishSummary,
  linkAdopted,
  forgetDue,
  drafts: listDrafts,
  list: listConsultations,
  view: viewConsultation,
  file: openFile,
  summary: openSummary,
  summarised: readSummary,
  comments: listComments,
}
