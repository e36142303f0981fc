import { newId } from '../../src/kernel/index.ts'
import { SERVICE } from '../case-office.ts'

const pack = 'small-measure'
const version = '2026.first'

/** Requests about entitlements and simulations. */
export const aheadSamples = {
  countEntitlements: () => ({ url: '/api/entitlements' }),
  listEntitlements: () => ({ url: `/api/entitlements/${pack}/${SERVICE}` }),
  exportEntitlements: () => ({ url: `/api/entitlements/${pack}/${SERVICE}/list.csv` }),
  startSimulation: () => ({
    url: '/api/simulations',
    body: { pack, draft: { version }, against: version },
  }),
  runSimulation: () => ({ url: `/api/simulations/${newId()}/runs`, body: { moved: [] } }),
  listChangedFirms: () => ({ url: `/api/simulations/${newId()}/firms?service=${SERVICE}` }),
  exportChangedFirms: () => ({ url: `/api/simulations/${newId()}/firms.csv?service=${SERVICE}` }),
} as const
