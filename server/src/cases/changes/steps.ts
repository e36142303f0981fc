import { attach, listAttachments } from '../../documents/index.ts'
import {
  addDays,
  type Day,
  loadCalendar,
  newId,
  refusal,
  type WriteTx,
} from '../../kernel/index.ts'
import type { CaseInput } from '../inputs.ts'
import { note } from '../note.ts'
import { subjectOf } from '../open-case.ts'
import { tell } from '../tell.ts'
import { type ChangeId, lastDayBefore, type Reported, type Visit } from './change.ts'
import { type ChangeInput, openChange, openForChange } from './open-change.ts'

export type ReportChangeInput = CaseInput & {
  readonly kind: string
  readonly plannedOn: Day
  /** What changes from what to what. */
  readonly said: string
  /** Why it comes late, where it does. */
  readonly why?: string | null
}

/**
 * Reports a planned change 变更报备. Refuses `case.change-unknown` for one the measure does not name and
 * `case.late-unexplained` after the last day without a reason; with one it is taken and marked late.
 */
export async function reportChange(tx: WriteTx, input: ReportChangeInput): Promise<ChangeId> {
  const { open, duties } = await openForChange(tx, input, 'report')
  const { report } = duties
  if (!report.change.kinds.some((one) => one.name === input.kind)) {
    refusal('case.change-unknown', {}, { field: 'kind' })
  }
  const dueOn = await dueDay(tx, input.plannedOn, report.clock)
  const late = dueOn !== null && tx.today > dueOn
  const why = input.why?.trim() ?? ''
  if (late && !why)
    refusal('case.late-unexplained', { due: dueOn }, { cite: report.cite, field: 'why' })
  const id = newId<ChangeId>()
  const { kind, plannedOn } = input
  const detail: Reported = { id, kind, plannedOn, dueOn, late }
  await note(tx, open, {
    act: 'change.report',
    as: null,
    onBehalfOf: open.board.party_id,
    cite: report.cite,
    reason: late ? `${input.said}（逾期原因：${why}）` : input.said,
    detail,
  })
  const payload = { case: open.id, change: id, offices: [duties.verify.of] }
  await tell(tx, { type: 'change.reported', payload })
  return id
}

type Clock = { length: number; unit: 'working-days' | 'days' | 'months' | 'years'; before: boolean }

async function dueDay(tx: WriteTx, planned: Day, clock: Clock | null): Promise<Day | null> {
  if (!clock?.before) return null
  const calendar = await loadCalendar(tx)
  return lastDayBefore(planned, clock, (from, days) => {
    let at = from
    for (let left = days; left > 0; ) {
      at = addDays(at, -1)
      if (calendar.isWorking(at)) left -= 1
    }
    return at
  })
}

const visitOf = (id: ChangeId) => `visit-${id}`

/** Adds a photograph taken on site, by the office that verifies. */
export async function photographChange(
  tx: WriteTx,
  input: ChangeInput & { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<void> {
  const { open, of } = await openChange(tx, input, 'verify')
  const { fileName, bytes } = input
  const paper = { name: visitOf(of.id), kinds: ['image'] as const }
  await attach(tx, { subject: subjectOf(open.id), paper, fileName, bytes })
}

export type VerifyChangeInput = ChangeInput & {
  readonly visitedOn: Day
  readonly remote: boolean
  readonly asReported: boolean
  readonly found: string
}

/**
 * The district's visit once the change is done 实地核查, sealed with its photographs. Refuses
 * `case.visit-outside` before the change and `case.photos-needed` without any.
 */
export async function verifyChange(tx: WriteTx, input: VerifyChangeInput): Promise<void> {
  const { open, of, duties, post } = await openChange(tx, input, 'verify')
  const { visitedOn, remote, asReported } = input
  if (visitedOn > tx.today || visitedOn < of.plannedOn) {
    refusal('case.visit-outside', {}, { field: 'visitedOn', cite: duties.verify.cite })
  }
  const photos = (await listAttachments(tx, subjectOf(open.id)))
    .filter((one) => one.paper === visitOf(of.id))
    .map(({ id, sha256 }) => ({ id, sha256 }))
  if (photos.length === 0) refusal('case.photos-needed', {}, { cite: duties.verify.cite })
  const visit: Visit = { visitedOn, remote, asReported, photos }
  const detail = { id: of.id, ...visit }
  const { cite } = duties.verify
  await note(tx, open, { act: 'change.verify', as: post, cite, reason: input.found, detail })
  await tell(tx, { type: 'change.verified', payload: { case: open.id, change: of.id } })
}

/** The party's report to the bureau once the change was verified 变更报告. */
export async function fileChange(
  tx: WriteTx,
  input: ChangeInput & { readonly said: string },
): Promise<void> {
  const { open, of, duties } = await openChange(tx, input, 'file')
  await note(tx, open, {
    act: 'change.file',
    as: null,
    onBehalfOf: open.board.party_id,
    cite: duties.file.cite,
    reason: input.said,
    detail: { id: of.id },
  })
  const payload = { case: open.id, change: of.id, offices: [open.program.issuer] }
  await tell(tx, { type: 'change.filed', payload })
}
