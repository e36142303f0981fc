import { z } from 'zod'
import * as c from './cases.ts'
import { caseId, type Route } from './route.ts'
import { Day, Id, named, Words } from './terms.ts'

const Layer = z.enum(['national', 'regional', 'manual'])

const SpecialDay = z.object({ day: Day, working: z.boolean(), name: z.string().min(1).max(40) })

/** A year of one layer, as the notice says it. */
const CalendarYear = named(
  'CalendarYear',
  z.object({
    layer: Layer,
    year: z.number().int().min(2004).max(2100),
    days: z.array(SpecialDay).max(366),
    source: z.string().max(200),
  }),
)

const CalendarView = named(
  'CalendarView',
  z.object({
    years: z.array(CalendarYear),
    /** Years that limits run into and that nobody has published: an officer is asked for them. */
    asked: z.array(z.object({ year: z.number().int(), openClocks: z.number().int() })),
  }),
)

/** The open cases whose due day is another by the days entered; the first hundred. */
const CalendarEffect = named(
  'CalendarEffect',
  z.object({
    moved: z.number().int(),
    cases: z.array(
      z.object({
        caseId: Id,
        number: z.string().nullable(),
        party: z.string(),
        before: Day.nullable(),
        after: Day.nullable(),
      }),
    ),
  }),
)

const Reminder = named(
  'Reminder',
  z.object({
    caseId: Id,
    level: z.enum(['before', 'at', 'over']),
    act: c.Act,
    due: Day,
    number: z.string().nullable(),
    title: Words,
    offices: z.array(z.string()),
    on: Day,
  }),
)

/** Working days from the first filing to the decision; null: too few cases to be shown. */
const WaitingTimes = named(
  'WaitingTimes',
  z.object({
    from: Day.nullable(),
    to: Day.nullable(),
    rows: z.array(
      z.object({
        service: z.string(),
        title: Words,
        district: z.string(),
        office: Words,
        cases: z.number().int().nullable(),
        median: z.number().int().nullable(),
        p90: z.number().int().nullable(),
      }),
    ),
  }),
)

const Cause = z.object({ cause: z.string().max(2000) })

export const clockRoutes = {
  suspendClock: {
    method: 'POST',
    personal: true,
    url: '/api/cases/:id/clock/suspend',
    right: 'clock.suspend',
    says: 'Suspend the limit that runs 中止计时',
    params: caseId,
    body: Cause,
    answer: c.CaseView,
  },
  resumeClock: {
    method: 'POST',
    personal: true,
    url: '/api/cases/:id/clock/resume',
    right: 'clock.resume',
    says: 'Resume a suspended limit 恢复计时',
    params: caseId,
    body: Cause,
    answer: c.CaseView,
  },
  extendClock: {
    method: 'POST',
    personal: true,
    url: '/api/cases/:id/clock/extend',
    right: 'clock.extend',
    says: 'Extend the limit by 1 to 10 days 延长期限',
    params: caseId,
    body: Cause.extend({ length: z.number().int() }),
    answer: c.CaseView,
  },
  listReminders: {
    method: 'GET',
    url: '/api/reminders',
    right: 'clock.read',
    says: 'Limits of the office that end soon or have ended',
    answer: z.array(Reminder),
  },
  viewCalendar: {
    method: 'GET',
    url: '/api/calendar',
    right: 'calendar.read',
    says: 'The working-day calendar by year and layer, with its sources',
    answer: CalendarView,
  },
  previewCalendar: {
    method: 'POST',
    url: '/api/calendar/preview',
    right: 'calendar.enter',
    says: 'What days would change, before they are entered',
    body: CalendarYear,
    answer: CalendarEffect,
  },
  enterCalendar: {
    method: 'POST',
    url: '/api/calendar',
    right: 'calendar.enter',
    says: 'Enter a year of a layer with the notice it rests on',
    body: CalendarYear,
    answer: CalendarEffect,
  },
  viewWaiting: {
    method: 'GET',
    url: '/api/waiting',
    right: 'waiting.read',
    says: 'How long cases took: median and 90th percentile per service and district',
    answer: WaitingTimes,
  },
} as const satisfies Record<string, Route>
