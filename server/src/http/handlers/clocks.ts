import { type CaseId, clocks } from '../../cases/index.ts'
import {
  calendarWith,
  enterCalendar,
  listReminders,
  listWaiting,
  type Movement,
  type NewCalendarYear,
} from '../../clocks/index.ts'
import { permit } from '../../identity/index.ts'
import { type Day, listLayerYears, parseId, type ReadTx, type WriteTx } from '../../kernel/index.ts'
import type { Some } from '../call.ts'
import type { clockRoutes } from '../contract/clock-routes.ts'
import { presentCase } from '../present/case.ts'

/** What a page of effects shows; the number beside it counts them all. */
const SHOWN = 100

const moves =
  (move: Movement['move']) =>
  async (
    tx: WriteTx,
    { params, body }: { params: { id: string }; body: { cause: string; length?: number } },
  ) => {
    const caseId = parseId<CaseId>(params.id)
    await clocks.move(tx, move, { caseId, ...body })
    return presentCase(tx, caseId)
  }

export const clockHandlers: Some<keyof typeof clockRoutes> = {
  suspendClock: moves('suspend'),
  resumeClock: moves('resume'),
  extendClock: moves('extend'),
  listReminders: async (tx) => {
    permit(tx.actor, 'clock.read', ownDistrict(tx))
    const posts = tx.actor.kind === 'person' ? tx.actor.posts : []
    const rows = await listReminders(
      tx,
      posts.map((post) => post.officeKey),
    )
    return rows.map((row) => ({ ...row, act: row.act as never }))
  },
  viewCalendar: async (tx) => ({
    years: (await listLayerYears(tx))
      .map(({ layer, year, days, source }) => ({
        layer,
        year,
        source,
        days: Object.entries(days)
          .map(([day, special]) => ({ day: day as Day, ...special }))
          .toSorted((a, b) => a.day.localeCompare(b.day)),
      }))
      .toSorted((a, b) => b.year - a.year || a.layer.localeCompare(b.layer)),
    asked: await clocks.askedYears(tx),
  }),
  previewCalendar: async (tx, { body }) => {
    permit(tx.actor, 'calendar.enter')
    return effect(await clocks.effect(tx, await calendarWith(tx, body as NewCalendarYear)))
  },
  enterCalendar: async (tx, { body }) => {
    const as = permit(tx.actor, 'calendar.enter')
    const moved = await clocks.effect(tx, await calendarWith(tx, body as NewCalendarYear))
    await enterCalendar(tx, body as NewCalendarYear, as)
    await clocks.recount(tx)
    return effect(moved)
  },
  viewWaiting: (tx) => listWaiting(tx),
}

function effect(moved: Awaited<ReturnType<typeof clocks.effect>>) {
  return { moved: moved.length, cases: moved.slice(0, SHOWN) }
}

/** Reminders reach as far as row-level security goes. */
function ownDistrict({ actor }: ReadTx): { district?: string; officeKey?: string } {
  const [post] = actor.kind === 'person' ? actor.posts : []
  if (!post) return {}
  return { officeKey: post.officeKey, ...(post.district && { district: post.district }) }
}
