import { z } from 'zod'
import * as c from './cases.ts'
import * as i from './inputs.ts'
import * as m from './measures.ts'
import * as p from './people.ts'
import * as r from './record.ts'
import { caseId, pack, type Route } from './route.ts'
import { Id, JsonValue } from './terms.ts'

export const officeRoutes = {
  viewPackSource: {
    method: 'GET',
    url: '/api/measures/:pack/source',
    right: 'measure.source',
    says: 'The text a version was compiled from, with its vocabulary',
    params: pack,
    query: z.object({ version: z.string() }),
    answer: m.PackSource,
  },
  installVersion: {
    method: 'POST',
    url: '/api/measures/:pack/versions',
    right: 'measure.install',
    says: 'Compile the text of a pack and install it as a new version',
    params: pack,
    body: m.InstallInput,
    answer: m.InstalledVersion,
  },
  enactMeasure: {
    method: 'POST',
    url: '/api/measures/:pack/enactments',
    right: 'measure.enact',
    says: 'Put a version in force by a dated act',
    params: pack,
    body: m.EnactInput,
    answer: m.MeasureView,
  },
  openCall: {
    method: 'POST',
    url: '/api/calls',
    right: 'call.open',
    says: 'Open a call pinned to the version in force',
    body: m.OpenCallInput,
    answer: m.CallView,
  },
  planNotice: {
    method: 'GET',
    url: '/api/notices/planned',
    right: 'case.publicise',
    says: 'The window a notice over these cases would have today',
    query: z.object({ cases: z.string().min(36).max(8000) }),
    answer: c.NoticeWindow,
  },
  publicise: {
    method: 'POST',
    url: '/api/notices',
    right: 'case.publicise',
    says: 'Publish a notice 公示 with a frozen list',
    body: i.PubliciseInput,
    answer: c.NoticeView,
  },
  searchParties: {
    method: 'GET',
    personal: true,
    url: '/api/parties',
    right: 'party.search',
    says: 'Find enterprises and institutions',
    query: z.object({ text: z.string().max(80).default('') }),
    answer: z.array(p.PartyDetail.shape.party),
  },
  viewParty: {
    method: 'GET',
    personal: true,
    url: '/api/parties/:id',
    right: 'party.read',
    says: 'A party with facts, recognitions and bars',
    params: caseId,
    answer: p.PartyDetail,
  },
  viewFact: {
    method: 'GET',
    personal: true,
    url: '/api/parties/:id/facts/:name',
    right: 'party.read',
    says: 'Everything ever recorded of one fact, newest first',
    params: z.object({ id: Id, name: z.string() }),
    answer: z.array(p.FactEntry),
  },
  verifyFact: {
    method: 'POST',
    url: '/api/parties/:id/facts',
    right: 'party.verify-facts',
    says: 'Record a verified fact',
    params: caseId,
    body: i.VerifyFactInput,
    answer: p.PartyDetail,
  },
  readRecord: {
    method: 'GET',
    personal: true,
    url: '/api/record',
    right: 'record.read',
    says: 'The append-only record',
    query: z.object({ after: z.coerce.number().int().min(0).optional() }),
    answer: z.object({
      entries: z.array(r.AuditEntry),
      next: z.number().int().nullable(),
    }),
  },
  listReads: {
    method: 'GET',
    url: '/api/reads',
    right: 'reads.read',
    says: 'Who read whose personal data, newest first',
    query: z.object({ before: Id.optional() }),
    answer: z.object({
      reads: z.array(
        z.object({
          id: Id,
          at: z.string(),
          on: z.iso.date(),
          by: z.string(),
          route: z.string(),
          about: JsonValue,
        }),
      ),
      next: Id.nullable(),
    }),
  },
} as const satisfies Record<string, Route>
