import { z } from 'zod'
import { LotProof } from './case-parts.ts'
import * as c from './cases.ts'
import * as i from './inputs.ts'
import * as m from './measures.ts'
import { caseId, Objected, pack, type Route } from './route.ts'

export const publicRoutes = {
  viewZone: {
    method: 'GET',
    url: '/api/zone',
    right: 'measure.read',
    says: 'The zone and its day',
    answer: m.ZoneView,
  },
  listMeasures: {
    method: 'GET',
    url: '/api/measures',
    right: 'measure.read',
    says: 'All installed measures',
    answer: z.array(m.MeasureSummary),
  },
  viewMeasure: {
    method: 'GET',
    url: '/api/measures/:pack',
    right: 'measure.read',
    says: 'One measure with gist, conditions and readings',
    params: pack,
    query: z.object({ version: z.string().optional() }),
    answer: m.MeasureView,
  },
  readModule: {
    method: 'GET',
    url: '/api/measures/:pack/:version/:service.js',
    right: 'measure.read',
    says: 'The self-check of a service as a JavaScript module',
    params: z.object({ pack: z.string(), version: z.string(), service: z.string() }),
    answer: 'file',
  },
  readProcedure: {
    method: 'GET',
    url: '/api/measures/:pack/:version/:service.bpmn',
    right: 'measure.read',
    says: 'The procedure of a service as BPMN 2.0 with its diagram',
    params: z.object({ pack: z.string(), version: z.string(), service: z.string() }),
    answer: 'file',
  },
  listCalls: {
    method: 'GET',
    url: '/api/calls',
    right: 'call.read',
    says: 'Calls, newest first',
    answer: z.array(m.CallView),
  },
  viewCall: {
    method: 'GET',
    url: '/api/calls/:id',
    right: 'call.read',
    says: 'One call',
    params: caseId,
    answer: m.CallView,
  },
  listNotices: {
    method: 'GET',
    url: '/api/notices',
    right: 'call.read',
    says: 'Public notices, newest first',
    answer: z.array(c.NoticeView),
  },
  viewNotice: {
    method: 'GET',
    url: '/api/notices/:id',
    right: 'call.read',
    says: 'One public notice with its frozen list',
    params: caseId,
    answer: c.NoticeView,
  },
  objectTo: {
    method: 'POST',
    url: '/api/notices/:id/objections',
    right: 'case.object',
    says: 'Object to one name on a notice, inside its window',
    params: caseId,
    body: i.ObjectInput,
    answer: Objected,
  },
  viewDraw: {
    method: 'GET',
    url: '/api/draws/:id',
    right: 'call.read',
    says: 'The proof of a draw by lot, for anybody to draw again',
    params: caseId,
    answer: LotProof,
  },
  verifyCertificate: {
    method: 'GET',
    url: '/api/certificates/:number',
    right: 'certificate.verify',
    says: 'Is this certificate valid?',
    params: z.object({ number: z.string() }),
    answer: m.Verification,
  },
  listDemoPeople: {
    method: 'GET',
    url: '/api/demo/people',
    right: 'measure.read',
    says: 'The seeded people of a demo zone',
    answer: z.array(m.DemoPerson),
  },
  setDay: {
    method: 'POST',
    url: '/api/demo/day',
    right: 'demo.set-day',
    says: 'Set the demo day forward',
    body: m.SetDayInput,
    answer: m.ZoneView,
  },
} as const satisfies Record<string, Route>
