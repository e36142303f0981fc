import type { Handlers } from './call.ts'
import { actHandlers } from './handlers/acts.ts'
import { callHandlers } from './handlers/calls.ts'
import { caseHandlers } from './handlers/cases.ts'
import { clockHandlers } from './handlers/clocks.ts'
import { measureHandlers } from './handlers/measures.ts'
import { officeHandlers } from './handlers/office.ts'
import { sessionHandlers } from './handlers/session.ts'
import { type ZoneParts, zoneHandlers } from './handlers/zone.ts'

/** A handler for each route of the contract; one that is missing does not compile. */
export function handlersOf(parts: ZoneParts): Handlers {
  return {
    ...zoneHandlers(parts),
    ...measureHandlers,
    ...sessionHandlers,
    ...callHandlers,
    ...caseHandlers,
    ...actHandlers,
    ...officeHandlers,
    ...clockHandlers,
  }
}
