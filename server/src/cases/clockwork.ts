import type { Moved } from '../clocks/index.ts'
import type { ReadTx, WorkingCalendar } from '../kernel/index.ts'
import type { Clockwork } from './deadlines.ts'
import type { OpenCase } from './open-case.ts'

/** All that the clock of a case is counted with. */
export function clockworkOf(
  { today }: ReadTx,
  { service, call }: Pick<OpenCase, 'service' | 'call'>,
  counted: { readonly calendar: WorkingCalendar; readonly movements: readonly Moved[] },
): Clockwork {
  return { service, limits: call.limits, closesOn: call.closes_on, today, ...counted }
}
