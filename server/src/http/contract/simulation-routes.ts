import { z } from 'zod'
import { CSV, caseId, type Route } from './route.ts'
import * as s from './simulations.ts'

const ofService = z.object({ service: z.string().max(120) })

export const simulationRoutes = {
  startSimulation: {
    method: 'POST',
    url: '/api/simulations',
    right: 'measure.simulate',
    says: 'Set a draft beside an installed version, on the registered firms',
    body: s.SimulateInput,
    answer: s.SimulationView,
  },
  runSimulation: {
    method: 'POST',
    url: '/api/simulations/:id/runs',
    right: 'measure.simulate',
    says: 'Count again with thresholds moved',
    params: caseId,
    body: s.RunInput,
    answer: s.SimulationView,
  },
  listChangedFirms: {
    method: 'GET',
    url: '/api/simulations/:id/firms',
    right: 'measure.simulate',
    says: 'The firms whose answer changes, and why',
    params: caseId,
    query: ofService.extend({ from: z.coerce.number().int().min(0).max(1_000_000).default(0) }),
    answer: z.array(s.ChangedFirm),
  },
  exportChangedFirms: {
    method: 'GET',
    url: '/api/simulations/:id/firms.csv',
    right: 'measure.simulate',
    says: 'The same as a CSV file',
    params: caseId,
    query: ofService,
    answer: 'file',
    media: CSV,
  },
} as const satisfies Record<string, Route>
