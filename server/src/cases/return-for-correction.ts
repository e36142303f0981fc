import { asks, stepFor } from '@banfa/policy/run'
import { type Day, loadCalendar, refusal, type Words, type WriteTx } from '../kernel/index.ts'
import { owedOnFiling } from './accept-application.ts'
import { append } from './append.ts'
import type { Point } from './happened.ts'
import type { ReturnInput } from './inputs.ts'
import { aboutCase, issueLetter, signedBy } from './letters.ts'
import type { Owed } from './missing.ts'
import { lockCase, type OpenCase } from './open-case.ts'
import { permitAct } from './standing.ts'
import { tell } from './tell.ts'
import { refuseUnlessNext } from './turn.ts'
import type { Acted } from './views.ts'

const BASIS = '行政许可法第32条；优化营商环境条例（一次性告知）'

/**
 * Returns for correction 补正: the engine's complete list of missing papers and facts at once, what
 * the officer adds point by point, and the working days it may take. Refuses
 * `case.nothing-to-correct` when there is nothing, `case.point-unknown` for a point about what the
 * service does not ask.
 */
export async function returnForCorrection(tx: WriteTx, input: ReturnInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = permitAct(tx.actor, open.asked, 'return')
  refuseUnlessNext(open, 'return')
  const { owed } = await owedOnFiling(tx, open)
  const remarks = input.remarks?.trim() ?? ''
  const points = (input.points ?? []).map((one) => pointOf(open, one))
  if (owed.length + points.length === 0 && remarks === '') refusal('case.nothing-to-correct')
  const until = await untilWhen(tx, open, input.days)
  const items = [
    ...owed.map((one) => ({ title: one.title, what: whatToDo(one), cite: one.cite })),
    ...points.map(({ title, says, cite }) => ({
      title,
      what: { zh: says, en: says },
      cite: cite ?? open.service.cite,
    })),
  ]
  const letter = await issueLetter(tx, open, {
    kind: 'correction',
    series: '补',
    from: signedBy(open, standing),
    content: { ...(await aboutCase(tx, open)), items, remarks, basis: BASIS, until },
  })
  const missing = owed.map(({ name, title, cite }) => ({ name, title, cite }))
  const acted = await append(tx, open, {
    act: 'return',
    standing,
    reason: remarks,
    detail: { missing, document: letter.id, points, until },
  })
  await tell(tx, { type: 'case.returned', payload: { case: open.id, letter: letter.number } })
  return acted
}

/** The last day for the correction: what the measure prints, else what the officer sets, else what the pack assumes. */
async function untilWhen(
  tx: WriteTx,
  { service }: OpenCase,
  days: ReturnInput['days'],
): Promise<Day | null> {
  const window = stepFor(service, 'return')?.window
  const own = days ? ({ length: days, unit: 'working-days' } as const) : null
  const limit = window && !window.assumed ? window : (own ?? window)
  if (!limit) return null
  const calendar = await loadCalendar(tx)
  return limit.unit === 'working-days'
    ? calendar.addWorkingDays(tx.today, limit.length)
    : calendar.endOfPeriod(tx.today, limit)
}

const WHOLE: Words = { zh: '申报整体', en: 'The application as a whole' }

/** A point with the title and article of what it is about. */
function pointOf(open: OpenCase, { about, says }: { about: string | null; says: string }): Point {
  if (about === null) return { about, title: WHOLE, cite: null, says }
  const paper = open.service.papers.find((one) => one.name === about)
  if (paper) return { about, title: paper.title, cite: paper.cite, says }
  const ask = asks(open.program, open.service.name).find(
    (one) => one.kind === 'fact' && one.fact.name === about,
  )
  if (ask?.kind !== 'fact') return refusal('case.point-unknown', { about }, { field: 'points' })
  return { about, title: ask.fact.title, cite: ask.cite, says }
}

function whatToDo(owed: Owed): Words {
  return owed.kind === 'paper'
    ? { zh: '请提交该材料', en: 'Hand in this paper' }
    : { zh: '请填写该项', en: 'Fill in this fact' }
}
