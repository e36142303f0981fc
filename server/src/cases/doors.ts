import { acceptApplication } from './accept-application.ts'
import { announceEndedNotices } from './announce-ended-notices.ts'
import { archiveCase } from './archive-case.ts'
import { askedYears } from './asked-years.ts'
import { assignExperts } from './assign-experts.ts'
import { attachPaper, openPaper, removePaper } from './attach-paper.ts'
import { showPaper } from './blind/show-paper.ts'
import { doBulk, previewBulk } from './bulk.ts'
import { certify } from './certify.ts'
import { concludeReview } from './conclude-review.ts'
import { decide } from './decide.ts'
import { deliberate } from './deliberate.ts'
import { drawExperts, viewDraw } from './draw-experts.ts'
import { endInSilence, listSilent } from './end-in-silence.ts'
import { fileApplication } from './file-application.ts'
import { listFilingVersions } from './filing-changes.ts'
import { giveMandate } from './give-mandate.ts'
import { judge } from './judge.ts'
import { listCalls, viewCall } from './list-calls.ts'
import { listDueClocks } from './list-due-clocks.ts'
import { listExpertChoices } from './list-expert-choices.ts'
import { listMyCases } from './list-my-cases.ts'
import { listNotices, viewNotice } from './list-notices.ts'
import { listQueue } from './list-queue.ts'
import { measureWaiting } from './measure-waiting.ts'
import { moveClock } from './move-clock.ts'
import { officesByRight } from './offices-by-right.ts'
import { openCall } from './open-call.ts'
import { openDocument } from './open-document.ts'
import { planNotice } from './plan-notice.ts'
import { propose } from './propose.ts'
import { publicise } from './publicise.ts'
import { recommend } from './recommend.ts'
import { effectOfCalendar, recountBoard } from './recount-board.ts'
import { refuse } from './refuse.ts'
import { returnForCorrection } from './return-for-correction.ts'
import { draftChanges, saveDraft } from './save-draft.ts'
import { forgetFilter, keepFilter, listFilters } from './saved-filters.ts'
import { findInCases } from './search/find-about-cases.ts'
import { openableCases } from './search/find-cases.ts'
import { reappraise, sendBack } from './send-back.ts'
import { startCase } from './start-case.ts'
import { listTransferChoices, transfer } from './transfer.ts'
import { viewCase } from './view-case.ts'
import { whoHandles } from './who-handles.ts'
import { listCasesOnNotice, whomToTell } from './whom-to-tell.ts'
import { withdraw } from './withdraw.ts'

/** 申报通知. */
export const calls = { open: openCall, list: listCalls, view: viewCall }

/** 委托书, within what a measure delegates. */
export const delegations = { give: giveMandate }

/** What an applicant does before filing. */
export const drafts = {
  start: startCase,
  save: saveDraft,
  changes: draftChanges,
  attach: attachPaper,
  removePaper,
}

/** Acts of the procedure: each writes one entry of the record and answers where the case stands. */
export const acts = {
  file: fileApplication,
  withdraw,
  accept: acceptApplication,
  return: returnForCorrection,
  transfer,
  sendBack,
  reappraise,
  recommend,
  assign: assignExperts,
  draw: drawExperts,
  judge,
  concludeReview,
  deliberate,
  propose,
  decide,
  refuse,
  certify,
  /** 匿名评审: a paper kept from the experts, or shown again. */
  showPaper,
}

/** 公示: publishing one; `announceEnded` is for the clock. */
export const notices = {
  plan: planNotice,
  publicise,
  list: listNotices,
  view: viewNotice,
  announceEnded: announceEndedNotices,
}

/** Several cases at once: first what would happen, then each in a transaction of its own. */
export const bulk = { preview: previewBulk, run: doBulk }

/** What somebody looks for again and again. */
export const filters = { list: listFilters, keep: keepFilter, forget: forgetFilter }
/** 时限: moving a clock, what is due, what a calendar changes, how long people waited. */
export const clocks = {
  move: moveClock,
  due: listDueClocks,
  askedYears,
  effect: effectOfCalendar,
  recount: recountBoard,
  measureWaiting,
  listSilent,
  endInSilence,
}

/** Reading: one page each, in a number of statements that does not grow with the rows. */
export const views = {
  case: viewCase,
  queue: listQueue,
  myCases: listMyCases,
  find: findInCases,
  openable: openableCases,
  filings: listFilingVersions,
  draw: viewDraw,
  expertChoices: listExpertChoices,
  transferChoices: listTransferChoices,
  officesByRight,
  whoHandles,
  whomToTell,
  casesOnNotice: listCasesOnNotice,
  paper: openPaper,
  document: openDocument,
  archive: archiveCase,
}
