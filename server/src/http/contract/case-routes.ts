import { z } from 'zod'
import * as c from './cases.ts'
import * as i from './inputs.ts'
import * as p from './people.ts'
import { caseId, type Route } from './route.ts'
import { Id, Outcome } from './terms.ts'

export const caseRoutes = {
  listCases: {
    method: 'GET',
    url: '/api/cases',
    right: 'case.read',
    says: 'Own applications, or the queue of the office',
    query: z.object({
      stage: c.Stage.optional(),
      service: z.string().optional(),
      text: z.string().max(80).optional(),
      waiting: z.enum(['me']).optional(),
      cursor: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    answer: c.CasePage,
  },
  startCase: {
    method: 'POST',
    url: '/api/cases',
    right: 'case.start',
    says: 'Start an application on a call',
    body: i.StartCaseInput,
    answer: c.CaseView,
  },
  viewCase: {
    method: 'GET',
    personal: true,
    url: '/api/cases/:id',
    right: 'case.read',
    says: 'Everything one page of a case needs',
    params: caseId,
    answer: c.CaseView,
  },
  saveDraft: {
    method: 'PUT',
    url: '/api/cases/:id/draft',
    right: 'case.save-draft',
    says: 'Save what was typed',
    params: caseId,
    body: i.SaveDraftInput,
    answer: z.object({ revision: z.number().int(), savedAt: z.string(), outcome: Outcome }),
  },
  attachPaper: {
    method: 'POST',
    url: '/api/cases/:id/papers/:paper',
    right: 'case.attach',
    says: 'Upload one file as evidence (multipart, field "file")',
    params: z.object({ id: Id, paper: z.string() }),
    answer: c.PaperView,
    upload: true,
  },
  removePaper: {
    method: 'DELETE',
    url: '/api/cases/:id/papers/:paper/:file',
    right: 'case.attach',
    says: 'Take an uploaded file back',
    params: z.object({ id: Id, paper: z.string(), file: Id }),
    answer: c.PaperView,
  },
  openPaper: {
    method: 'GET',
    personal: true,
    url: '/api/cases/:id/papers/:paper/:file',
    right: 'case.read',
    says: 'The uploaded file',
    params: z.object({ id: Id, paper: z.string(), file: Id }),
    answer: 'file',
  },
  openDocument: {
    method: 'GET',
    personal: true,
    url: '/api/cases/:id/documents/:document',
    right: 'case.read',
    says: 'A document of the case as PDF',
    params: z.object({ id: Id, document: Id }),
    answer: 'file',
  },
  listExpertChoices: {
    method: 'GET',
    personal: true,
    url: '/api/cases/:id/experts',
    right: 'case.assign',
    says: 'Experts with their conflicts for this case',
    params: caseId,
    answer: z.array(p.ExpertChoice),
  },
} as const satisfies Record<string, Route>
