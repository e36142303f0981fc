import type { Day, WorkingCalendar } from '../kernel/index.ts'
import { labelOf, partyIdFor } from './blind/blind.ts'
import type { BoardRow } from './board-store.ts'
import { workingDaysLeft } from './deadlines.ts'
import type { CaseRow } from './views.ts'

export const ROW = [
  'case_id',
  'service',
  'service_title',
  'party_id',
  'party_name',
  'district',
  'office_id',
  'number',
  'stage',
  'stage_on',
  'due_on',
  'sort_day',
  'waits_for',
  'waiting_experts',
] as const

export type CaseRowData = Pick<BoardRow, (typeof ROW)[number]>

type Left = (due: Day) => number | null

type Counted = { readonly today: Day; readonly left: Map<Day, number | null> }

// A calendar stays the same object until somebody changes it.
const counted = new WeakMap<WorkingCalendar, Counted>()

/** Working days left to a day, each day counted once a day and calendar. */
export function leftUntil(calendar: WorkingCalendar, today: Day): Left {
  const kept = counted.get(calendar)
  const { left } = kept?.today === today ? kept : { left: new Map<Day, number | null>() }
  counted.set(calendar, { today, left })
  return (due) => {
    if (!left.has(due)) left.set(due, workingDaysLeft({ calendar, today }, due))
    return left.get(due) ?? null
  }
}

type About = { readonly left: Left; readonly mine: boolean; readonly masked?: boolean }

export function presentRow(row: CaseRowData, about: About): CaseRow {
  const { masked = false } = about
  const left = row.due_on === null ? null : about.left(row.due_on)
  return {
    id: row.case_id,
    number: row.number,
    service: row.service,
    serviceTitle: row.service_title,
    party: masked ? labelOf(row.case_id) : row.party_name,
    partyId: masked ? partyIdFor(row.case_id) : row.party_id,
    district: row.district,
    stage: row.stage,
    stageOn: row.stage_on,
    due: row.due_on,
    left,
    overdue: left !== null && left < 0,
    mine: about.mine,
    blind: masked,
  }
}
