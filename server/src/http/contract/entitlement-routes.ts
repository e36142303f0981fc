import { z } from 'zod'
import * as e from './entitlements.ts'
import { CSV, caseId, type Route } from './route.ts'
import { Id } from './terms.ts'

const oneService = z.object({ pack: z.string(), service: z.string() })

export const entitlementRoutes = {
  viewEntitlements: {
    method: 'GET',
    url: '/api/parties/:id/entitlements',
    right: 'entitlement.read',
    says: 'What a party is answered ahead for every service in force, with reasons',
    params: caseId,
    answer: e.PartyEntitlements,
  },
  countEntitlements: {
    method: 'GET',
    url: '/api/entitlements',
    right: 'entitlement.list',
    says: 'How many parties are entitled, refused or open, by service and district',
    answer: e.EntitlementsSummary,
  },
  listEntitlements: {
    method: 'GET',
    url: '/api/entitlements/:pack/:service',
    right: 'entitlement.list',
    says: 'The answers of one service, party by party',
    params: oneService,
    query: e.EntitlementFilter.extend({ after: Id.optional() }),
    answer: e.EntitlementPage,
  },
  exportEntitlements: {
    method: 'GET',
    url: '/api/entitlements/:pack/:service/list.csv',
    right: 'entitlement.list',
    says: 'The same as a CSV file',
    params: oneService,
    query: e.EntitlementFilter,
    answer: 'file',
    media: CSV,
  },
} as const satisfies Record<string, Route>
