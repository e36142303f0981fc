import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../parts/root-route.tsx'

const desk = createRoute({
  getParentRoute: () => rootRoute,
  path: '/office',
  component: lazyRouteComponent(() => import('./desk.tsx'), 'OfficeDesk'),
})

/** The office desk's addresses; its pages load with the desk. */
export const officeRoutes = [desk] as const
