import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../parts/root-route.tsx'

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
})

const measures = createRoute({
  getParentRoute: () => rootRoute,
  path: '/measures',
  component: lazyRouteComponent(() => import('./measures-page.tsx'), 'MeasuresPage'),
})

const measure = createRoute({
  getParentRoute: () => rootRoute,
  path: '/measures/$pack',
  component: lazyRouteComponent(() => import('./measure-page.tsx'), 'MeasurePage'),
})

const check = createRoute({
  getParentRoute: () => rootRoute,
  path: '/measures/$pack/check/$service',
  component: lazyRouteComponent(() => import('./check-page.tsx'), 'CheckPage'),
})

const calls = createRoute({
  getParentRoute: () => rootRoute,
  path: '/calls',
  component: lazyRouteComponent(() => import('./calls-page.tsx'), 'CallsPage'),
})

const call = createRoute({
  getParentRoute: () => rootRoute,
  path: '/calls/$id',
  component: lazyRouteComponent(() => import('./call-page.tsx'), 'CallPage'),
})

const notices = createRoute({
  getParentRoute: () => rootRoute,
  path: '/notices',
  component: lazyRouteComponent(() => import('./notices-page.tsx'), 'NoticesPage'),
})

const notice = createRoute({
  getParentRoute: () => rootRoute,
  path: '/notices/$id',
  component: lazyRouteComponent(() => import('./notice-page.tsx'), 'NoticePage'),
})

const follow = createRoute({
  getParentRoute: () => rootRoute,
  path: '/objections',
  component: lazyRouteComponent(() => import('./follow-page.tsx'), 'FollowPage'),
})

const draw = createRoute({
  getParentRoute: () => rootRoute,
  path: '/draws/$id',
  component: lazyRouteComponent(() => import('./draw-page.tsx'), 'DrawPage'),
})

const verify = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify',
  component: lazyRouteComponent(() => import('./verify-page.tsx'), 'VerifyPage'),
})

const verified = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify/$number',
  component: lazyRouteComponent(() => import('./verify-page.tsx'), 'VerifiedPage'),
})

const waiting = createRoute({
  getParentRoute: () => rootRoute,
  path: '/waiting',
  component: lazyRouteComponent(() => import('./waiting-page.tsx'), 'WaitingPage'),
})

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { back?: string } =>
    typeof search.back === 'string' ? { back: search.back } : {},
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
})

const me = createRoute({
  getParentRoute: () => rootRoute,
  path: '/me',
  component: lazyRouteComponent(() => import('./me/me-page.tsx'), 'MePage'),
})

const join = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join/$token',
  component: lazyRouteComponent(() => import('./join-page.tsx'), 'JoinPage'),
})

const confirm = createRoute({
  getParentRoute: () => rootRoute,
  path: '/confirm/$token',
  component: lazyRouteComponent(() => import('./confirm-page.tsx'), 'ConfirmPage'),
})

const signOn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-on',
  component: lazyRouteComponent(() => import('./sign-on-page.tsx'), 'SignOnPage'),
})

const who = createRoute({
  getParentRoute: () => rootRoute,
  path: '/who',
  component: lazyRouteComponent(() => import('./who-page.tsx'), 'WhoPage'),
})

const drafts = createRoute({
  getParentRoute: () => rootRoute,
  path: '/drafts',
  component: lazyRouteComponent(() => import('./drafts/drafts-page.tsx'), 'DraftsPage'),
})

const draft = createRoute({
  getParentRoute: () => rootRoute,
  path: '/drafts/$id',
  component: lazyRouteComponent(() => import('./drafts/draft-page.tsx'), 'DraftPage'),
})

/** The portal: open to everybody, light. */
export const publicRoutes = [
  home,
  measures,
  measure,
  check,
  calls,
  call,
  notices,
  notice,
  follow,
  draw,
  verify,
  verified,
  waiting,
  signIn,
  me,
  join,
  confirm,
  signOn,
  who,
  drafts,
  draft,
] as const
