/** The door of the ground floor: what every room may use. Starting and migrating: ./database/index.ts. */
export type {
  Actor,
  Duty,
  Mandate,
  OfficeLevel,
  Part,
  PersonActor,
  Post,
  Reach,
} from './actor.ts'
export { DUTIES, OFFICE_LEVELS, PARTS, reachOf, VISITOR } from './actor.ts'
export { buildCalendar } from './calendar/build-calendar.ts'
export { type CalendarDays, calendarDays, workingDaysIn } from './calendar/calendar-days.ts'
export type { LayerYear, SpecialDay } from './calendar/calendar-store.ts'
export { enterYear, listLayerYears } from './calendar/enter-year.ts'
export { loadCalendar } from './calendar/load-calendar.ts'
export { overrideDay } from './calendar/override-day.ts'
export { publishedCalendar } from './calendar/published-calendar.ts'
export type { Period, RestDay, WorkingCalendar } from './calendar/working-calendar.ts'
export { canonicalJson, sha256 } from './canonical.ts'
export type { Clock, SettableClock } from './clock.ts'
export { machineClock, settableClock } from './clock.ts'
export { compiledOnce } from './compiled-once.ts'
export type { Day, Instant } from './day.ts'
export {
  addDays,
  addMonths,
  addSeconds,
  day,
  dayOfInstant,
  daysBetween,
  instant,
  secondsBetween,
  weekday,
  yearOf,
} from './day.ts'
export type { Delivery, EventHandler, EventHandlers } from './events/deliver-events.ts'
export { deliverEvents, listSetAsideEvents } from './events/deliver-events.ts'
export type { EventId, NewEvent, ZoneEvent } from './events/events.ts'
export { announce } from './events/events.ts'
export type { NewZone } from './found-zone.ts'
export { findZone, foundZone } from './found-zone.ts'
export type { TransactionSeen } from './frame.ts'
export type { Id, OfficeId, PartyId, PersonId, PostId, ZoneId } from './ids.ts'
export { DEFAULT_ZONE, newId, parseId } from './ids.ts'
export type { Kernel, KernelOptions } from './kernel.ts'
export { openKernel } from './kernel.ts'
export { kernelRefusals } from './kernel-refusals.ts'
export type { SeriesNumber } from './numbering.ts'
export { nextNumber } from './numbering.ts'
export type { ReadEntry, ReadId, ReadLog } from './reads/reads.ts'
export { openReadLog } from './reads/reads.ts'
export { listReads, sealReads, verifyReads } from './reads/seal-reads.ts'
export type { AnchorsRead } from './record/anchors.ts'
export { anchorRecord, listAnchors } from './record/anchors.ts'
export type { Entry, EntryActor, NewEntry, Subject } from './record/entry.ts'
export {
  listRecord,
  listRecordAfter,
  listRecordOf,
  listRecordOfKind,
  record,
} from './record/record.ts'
export { type RowText, type SealedTable, sealRows, sealTexts } from './record/seal-rows.ts'
export type { Anchor, RecordVerdict } from './record/verify-record.ts'
export { verifyRecord } from './record/verify-record.ts'
export { type RowsVerdict, verifyRows } from './record/verify-rows.ts'
export type {
  ExplainedRefusal,
  RefusalAbout,
  RefusalCatalogue,
  RefusalParams,
  RefusalSentences,
  Told,
} from './refusals.ts'
export { explainRefusal, Refusal, refusal } from './refusals.ts'
export { inSpan } from './spans.ts'
export { takeUp } from './take-up.ts'
export type { Reader, ReadTx, WriteTx } from './transactions.ts'
export { reader, writer } from './transactions.ts'
export type { Json, Words } from './words.ts'
export { setToday } from './zone-day.ts'
