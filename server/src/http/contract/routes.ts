import { actRoutes } from './act-routes.ts'
import { delegationRoutes, joiningRoutes, peopleRoutes } from './administration-routes.ts'
import { caseRoutes } from './case-routes.ts'
import { changeRoutes } from './changes.ts'
import { clockRoutes } from './clock-routes.ts'
import { consultationRoutes } from './consultation-routes.ts'
import { entitlementRoutes } from './entitlement-routes.ts'
import { assignedExpertRoutes, expertRoutes } from './experts.ts'
import { meetingRoutes } from './meeting-routes.ts'
import { migrationRoutes } from './migration-routes.ts'
import { objectionRoutes } from './objections.ts'
import { officeRoutes } from './office-routes.ts'
import { organisationRoutes } from './organisation-routes.ts'
import { outboxRoutes } from './outbox-routes.ts'
import { publicRoutes } from './public-routes.ts'
import { rankingRoutes } from './ranking-routes.ts'
import type { Route } from './route.ts'
import { sanctionRoutes } from './sanctions.ts'
import { searchRoutes } from './search.ts'
import { ownSignInRoutes, sessionRoutes } from './sign-in-routes.ts'
import { simulationRoutes } from './simulation-routes.ts'

/**
 * Every address of the product in one table: openapi.json, the server, the generated client and
 * the permission walk all come from it.
 */
export const routes = {
  ...publicRoutes,
  ...sessionRoutes,
  ...ownSignInRoutes,
  ...caseRoutes,
  ...searchRoutes,
  ...actRoutes,
  ...assignedExpertRoutes,
  ...objectionRoutes,
  ...sanctionRoutes,
  ...changeRoutes,
  ...officeRoutes,
  ...organisationRoutes,
  ...expertRoutes,
  ...peopleRoutes,
  ...delegationRoutes,
  ...joiningRoutes,
  ...entitlementRoutes,
  ...simulationRoutes,
  ...clockRoutes,
  ...outboxRoutes,
  ...meetingRoutes,
  ...rankingRoutes,
  ...migrationRoutes,
  ...consultationRoutes,
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof routes
