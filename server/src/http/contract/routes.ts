import { actRoutes } from './act-routes.ts'
import { caseRoutes } from './case-routes.ts'
import { clockRoutes } from './clock-routes.ts'
import { officeRoutes } from './office-routes.ts'
import { publicRoutes, sessionRoutes } from './public-routes.ts'
import type { Route } from './route.ts'

/**
 * Every address of the product in one table: openapi.json, the server, the generated client and
 * the permission walk all come from it.
 */
export const routes = {
  ...publicRoutes,
  ...sessionRoutes,
  ...caseRoutes,
  ...actRoutes,
  ...officeRoutes,
  ...clockRoutes,
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof routes
