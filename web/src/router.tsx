import { createRouter } from '@tanstack/react-router'
import { applicantRoutes } from './desks/applicant/routes.ts'
import { officeRoutes } from './desks/office/routes.ts'
import { publicRoutes } from './desks/public/routes.ts'
import { rootRoute } from './parts/root-route.tsx'

export const router = createRouter({
  routeTree: rootRoute.addChildren([...publicRoutes, ...applicantRoutes, ...officeRoutes]),
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingMs: 400,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
