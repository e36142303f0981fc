import type { Handlers } from './call.ts'
import { actHandlers } from './handlers/acts.ts'
import { delegationHandlers, peopleHandlers } from './handlers/administration.ts'
import { callHandlers } from './handlers/calls.ts'
import { caseHandlers } from './handlers/cases.ts'
import { changeHandlers } from './handlers/changes.ts'
import { clockHandlers } from './handlers/clocks.ts'
import { consultationHandlers } from './handlers/consultations.ts'
import { entitlementHandlers } from './handlers/entitlements.ts'
import { assignedExpertHandlers, expertHandlers } from './handlers/experts.ts'
import { joiningHandlers } from './handlers/joining.ts'
import { letterHandlers } from './handlers/letters.ts'
import { measureHandlers } from './handlers/measures.ts'
import { meetingHandlers } from './handlers/meetings.ts'
import { migrationHandlers } from './handlers/migrations.ts'
import { objectionHandlers } from './handlers/objections.ts'
import { officeHandlers } from './handlers/office.ts'
import { openDataHandlers } from './handlers/open-data.ts'
import { organisationHandlers } from './handlers/organisations.ts'
import { type OutboxParts, outboxHandlers } from './handlers/outbox.ts'
import { queueHandlers } from './handlers/queue.ts'
import { rankingHandlers } from './handlers/rankings.ts'
import { sanctionHandlers } from './handlers/sanctions.ts'
import { searchHandlers } from './handlers/search.ts'
import { sessionHandlers } from './handlers/session.ts'
import { ownSignInHandlers, type SignInParts } from './handlers/sign-in.ts'
import { signOnHandlers } from './handlers/sign-on.ts'
import { simulationHandlers } from './handlers/simulations.ts'
import { type ZoneParts, zoneHandlers } from './handlers/zone.ts'

/** A handler for each route of the contract; one that is missing does not compile. */
export function handlersOf(
  parts: ZoneParts & { readonly signIn: SignInParts; readonly outbox: OutboxParts },
): Handlers {
  return {
    ...zoneHandlers(parts),
    ...measureHandlers,
    ...sessionHandlers(parts.signIn),
    ...ownSignInHandlers(parts.signIn),
    ...signOnHandlers(parts.signIn),
    ...joiningHandlers(parts.signIn),
    ...peopleHandlers,
    ...delegationHandlers,
    ...callHandlers,
    ...caseHandlers,
    ...actHandlers,
    ...assignedExpertHandlers,
    ...objectionHandlers,
    ...sanctionHandlers,
    ...changeHandlers,
    ...officeHandlers,
    ...organisationHandlers,
    ...expertHandlers,
    ...letterHandlers,
    ...outboxHandlers(parts.outbox),
    ...queueHandlers,
    ...searchHandlers,
    ...openDataHandlers,
    ...entitlementHandlers,
    ...simulationHandlers,
    ...clockHandlers,
    ...meetingHandlers,
    ...rankingHandlers,
    ...migrationHandlers,
    ...consultationHandlers,
  }
}
