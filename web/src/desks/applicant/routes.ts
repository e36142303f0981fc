import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../parts/root-route.tsx'

const desk = createRoute({
  getParentRoute: () => rootRoute,
  id: 'applicant',
  component: lazyRouteComponent(() => import('./desk.tsx'), 'ApplicantDesk'),
})

const mine = createRoute({
  getParentRoute: () => desk,
  path: '/apply',
  component: lazyRouteComponent(() => import('./mine-page.tsx'), 'MinePage'),
})

const organisation = createRoute({
  getParentRoute: () => desk,
  path: '/apply/organisations/$id',
  component: lazyRouteComponent(() => import('./organisation-page.tsx'), 'OrganisationPage'),
})

const entitlements = createRoute({
  getParentRoute: () => desk,
  path: '/apply/organisations/$id/entitlements',
  component: lazyRouteComponent(() => import('./entitlements-page.tsx'), 'EntitlementsPage'),
})

const startOn = createRoute({
  getParentRoute: () => desk,
  path: '/apply/start/$call',
  validateSearch: (search: Record<string, unknown>): { service?: string } =>
    typeof search.service === 'string' ? { service: search.service } : {},
  component: lazyRouteComponent(() => import('./start-page.tsx'), 'StartPage'),
})

const followed = createRoute({
  getParentRoute: () => desk,
  path: '/apply/cases/$id',
  component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
})

const filling = createRoute({
  getParentRoute: () => desk,
  path: '/apply/cases/$id/form',
  component: lazyRouteComponent(() => import('./form-page.tsx'), 'FormPage'),
})

/** The applicant desk. */
export const applicantRoutes = [
  desk.addChildren([mine, organisation, entitlements, startOn, followed, filling]),
] as const
