import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../parts/root-route.tsx'
import { readQueueSearch } from './queue/queue-search.ts'

const desk = createRoute({
  getParentRoute: () => rootRoute,
  path: '/office',
  component: lazyRouteComponent(() => import('./desk.tsx'), 'OfficeDesk'),
})

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

const queue = createRoute({
  getParentRoute: () => desk,
  path: '/',
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(() => import('./queue-page.tsx'), 'QueuePage'),
})

const oneCase = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
})

const calls = createRoute({
  getParentRoute: () => desk,
  path: '/calls',
  component: lazyRouteComponent(() => import('./pages/calls-page.tsx'), 'CallsPage'),
})

const notices = createRoute({
  getParentRoute: () => desk,
  path: '/notices',
  component: lazyRouteComponent(() => import('./pages/notices-page.tsx'), 'NoticesPage'),
})

const measures = createRoute({
  getParentRoute: () => desk,
  path: '/measures',
  component: lazyRouteComponent(() => import('./pages/measures-page.tsx'), 'MeasuresPage'),
})

export type EditorSearch = { version?: string }

const editor = createRoute({
  getParentRoute: () => desk,
  path: '/measures/$pack/editor',
  validateSearch: (search: Record<string, unknown>): EditorSearch => {
    const version = text(search.version)
    return version ? { version } : {}
  },
  component: lazyRouteComponent(() => import('./editor/editor-page.tsx'), 'EditorPage'),
})

const simulate = createRoute({
  getParentRoute: () => desk,
  path: '/measures/$pack/simulate',
  component: lazyRouteComponent(() => import('./simulate/simulate-page.tsx'), 'SimulatePage'),
})

const migrate = createRoute({
  getParentRoute: () => desk,
  path: '/measures/$pack/migrate',
  component: lazyRouteComponent(() => import('./migrate/migrate-page.tsx'), 'MigratePage'),
})

const parties = createRoute({
  getParentRoute: () => desk,
  path: '/parties',
  component: lazyRouteComponent(() => import('./pages/parties-page.tsx'), 'PartiesPage'),
})

const party = createRoute({
  getParentRoute: () => desk,
  path: '/parties/$id',
  component: lazyRouteComponent(() => import('./pages/party-page.tsx'), 'PartyPage'),
})

const entitlements = createRoute({
  getParentRoute: () => desk,
  path: '/entitlements',
  component: lazyRouteComponent(() => import('./pages/entitlements-page.tsx'), 'EntitlementsPage'),
})

const ANSWERS = ['met', 'not-met', 'unknown', 'unavailable'] as const
export type EntitledSearch = { answer?: (typeof ANSWERS)[number]; district?: string }

const entitled = createRoute({
  getParentRoute: () => desk,
  path: '/entitlements/$pack/$service',
  validateSearch: (search: Record<string, unknown>): EntitledSearch => {
    const answer = ANSWERS.find((one) => one === search.answer)
    const district = text(search.district)
    return { ...(answer && { answer }), ...(district && { district }) }
  },
  component: lazyRouteComponent(() => import('./pages/entitled-page.tsx'), 'EntitledPage'),
})

const record = createRoute({
  getParentRoute: () => desk,
  path: '/record',
  component: lazyRouteComponent(() => import('./pages/record-page.tsx'), 'RecordPage'),
})

const people = createRoute({
  getParentRoute: () => desk,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/people-page.tsx'), 'PeoplePage'),
})

const pool = createRoute({
  getParentRoute: () => desk,
  path: '/experts',
  component: lazyRouteComponent(() => import('./pool/pool-page.tsx'), 'PoolPage'),
})

const enter = createRoute({
  getParentRoute: () => desk,
  path: '/enter',
  component: lazyRouteComponent(() => import('./enter/enter-page.tsx'), 'EnterPage'),
})

const offices = createRoute({
  getParentRoute: () => desk,
  path: '/offices',
  component: lazyRouteComponent(() => import('./people/offices-page.tsx'), 'OfficesPage'),
})

const away = createRoute({
  getParentRoute: () => desk,
  path: '/away',
  component: lazyRouteComponent(() => import('./people/away-page.tsx'), 'AwayPage'),
})

const outbox = createRoute({
  getParentRoute: () => desk,
  path: '/outbox',
  component: lazyRouteComponent(() => import('./outbox/outbox-page.tsx'), 'OutboxPage'),
})

const webhooks = createRoute({
  getParentRoute: () => desk,
  path: '/webhooks',
  component: lazyRouteComponent(() => import('./outbox/webhooks-page.tsx'), 'WebhooksPage'),
})

const powers = createRoute({
  getParentRoute: () => desk,
  path: '/powers',
  component: lazyRouteComponent(() => import('./people/powers-page.tsx'), 'PowersPage'),
})

const letters = createRoute({
  getParentRoute: () => desk,
  path: '/letters',
  component: lazyRouteComponent(() => import('./letters/letters-page.tsx'), 'LettersPage'),
})

const clocks = createRoute({
  getParentRoute: () => desk,
  path: '/clocks',
  component: lazyRouteComponent(() => import('./clocks/clocks-page.tsx'), 'ClocksPage'),
})

const meetings = createRoute({
  getParentRoute: () => desk,
  path: '/meetings',
  component: lazyRouteComponent(() => import('./meetings/meetings-page.tsx'), 'MeetingsPage'),
})

const meeting = createRoute({
  getParentRoute: () => desk,
  path: '/meetings/$id',
  component: lazyRouteComponent(() => import('./meetings/meeting-page.tsx'), 'MeetingPage'),
})

const objections = createRoute({
  getParentRoute: () => desk,
  path: '/objections',
  component: lazyRouteComponent(() => import('./objections/objections-page.tsx'), 'ObjectionsPage'),
})

const objection = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/objections/$objection',
  component: lazyRouteComponent(() => import('./objections/objection-page.tsx'), 'ObjectionPage'),
})

const drafts = createRoute({
  getParentRoute: () => desk,
  path: '/drafts',
  component: lazyRouteComponent(() => import('./drafts/drafts-page.tsx'), 'DraftsPage'),
})

const draft = createRoute({
  getParentRoute: () => desk,
  path: '/drafts/$id',
  component: lazyRouteComponent(() => import('./drafts/draft-page.tsx'), 'DraftPage'),
})

/** The office desk's addresses; its pages load with the desk. */
export const officeRoutes = [
  desk.addChildren([
    queue,
    oneCase,
    calls,
    notices,
    measures,
    editor,
    simulate,
    migrate,
    parties,
    party,
    record,
    people,
    pool,
    enter,
    offices,
    away,
    outbox,
    webhooks,
    powers,
    letters,
    entitlements,
    entitled,
    clocks,
    meetings,
    meeting,
    objections,
    objection,
    drafts,
    draft,
  ]),
] as const
