import { z } from 'zod'
import * as c from './consultations.ts'
import { caseId as consultationId, type Route } from './route.ts'
import { Day, Id, named, Words } from './terms.ts'

const base = '/api/consultations'

const publicRoutes = {
  listConsultations: {
    method: 'GET',
    url: base,
    right: 'consultation.read',
    says: 'Consultations of drafts 征求意见, the latest first',
    answer: z.array(c.ConsultationRow),
  },
  viewConsultation: {
    method: 'GET',
    url: `${base}/:id`,
    right: 'consultation.read',
    says: 'A draft with its note, and afterwards its summary and the text adopted',
    params: consultationId,
    answer: c.ConsultationView,
  },
  openConsultationFile: {
    method: 'GET',
    url: `${base}/:id/files/:file`,
    right: 'consultation.read',
    says: 'The draft or its note as it was handed in',
    params: z.object({ id: Id, file: Id }),
    answer: 'file',
  },
  commentOn: {
    method: 'POST',
    strangers: 'writes',
    url: `${base}/:id/comments`,
    right: 'consultation.comment',
    says: 'Comment on an article or the whole while it is open',
    params: consultationId,
    body: c.CommentInput,
    answer: c.Commented,
  },
  listOwnComments: {
    method: 'POST',
    url: `${base}/:id/comments/own`,
    right: 'consultation.comment',
    says: 'One’s own comments, by sign-in and by their keys',
    params: consultationId,
    body: z.object({ keys: z.array(c.Key).max(20).default([]) }),
    answer: z.array(c.OwnComment),
  },
  eraseCommenter: {
    method: 'POST',
    url: `${base}/:id/comments/:comment/erase`,
    right: 'consultation.comment',
    says: 'Erase name and contact of one’s own comment; the office may for whoever asks it',
    params: z.object({ id: Id, comment: Id }),
    body: z.object({ key: c.Key.nullable().default(null) }),
    answer: z.object({ erased: z.literal(true) }),
  },
  openAdoptionSummary: {
    method: 'GET',
    url: `${base}/:id/summary`,
    right: 'consultation.read',
    says: 'The summary 意见征集及采纳情况 as printed',
    params: consultationId,
    answer: 'file',
  },
  exportAdoptionSummary: {
    method: 'GET',
    url: `${base}/:id/summary.csv`,
    right: 'consultation.read',
    says: 'The same as a table',
    params: consultationId,
    answer: 'file',
  },
} as const satisfies Record<string, Route>

const officeRoutes = {
  listDrafts: {
    method: 'GET',
    url: `${base}/drafts`,
    right: 'consultation.prepare',
    says: 'Installed versions that are drafts and not in force',
    answer: z.array(
      named('DraftVersion', z.object({ pack: z.string(), version: z.string(), title: Words })),
    ),
  },
  planConsultation: {
    method: 'GET',
    url: `${base}/planned`,
    right: 'consultation.prepare',
    says: 'The first day on which one opened that day may close',
    query: z.object({ opensOn: Day }),
    answer: z.object({ earliest: Day, days: z.number().int(), counted: Words }),
  },
  prepareConsultation: {
    method: 'POST',
    url: base,
    right: 'consultation.prepare',
    says: 'Prepare a consultation; nobody outside the office sees it',
    body: c.PrepareInput,
    answer: c.ConsultationView,
  },
  handInDraft: {
    method: 'POST',
    url: `${base}/:id/draft`,
    right: 'consultation.hold',
    says: 'Read the draft from a document',
    params: consultationId,
    upload: true,
    answer: c.ConsultationView,
  },
  handInNote: {
    method: 'POST',
    url: `${base}/:id/note`,
    right: 'consultation.hold',
    says: 'Hand in the drafting note 起草说明',
    params: consultationId,
    upload: true,
    answer: c.ConsultationView,
  },
  publishConsultation: {
    method: 'POST',
    url: `${base}/:id/publish`,
    right: 'consultation.publish',
    says: 'Publish it; the draft does not change from now on',
    params: consultationId,
    answer: c.ConsultationView,
  },
  listComments: {
    method: 'GET',
    personal: true,
    url: `${base}/:id/comments`,
    right: 'consultation.hold',
    says: 'Every comment with who wrote it, and the answers',
    params: consultationId,
    answer: c.CommentsView,
  },
  answerComments: {
    method: 'POST',
    personal: true,
    url: `${base}/:id/answers`,
    right: 'consultation.hold',
    says: 'Answer comments of one mind together',
    params: consultationId,
    body: c.AnswerInput,
    answer: c.CommentsView,
  },
  publishAdoptionSummary: {
    method: 'POST',
    url: `${base}/:id/summary`,
    right: 'consultation.publish',
    says: 'Publish 意见征集及采纳情况 once every comment is answered',
    params: consultationId,
    body: z.object({ remarks: z.string().trim().max(2000).default('') }),
    answer: c.ConsultationView,
  },
  linkAdopted: {
    method: 'POST',
    url: `${base}/:id/adopted`,
    right: 'consultation.publish',
    says: 'Name the version that was adopted',
    params: consultationId,
    body: z.object({ pack: z.string(), version: z.string() }),
    answer: c.ConsultationView,
  },
} as const satisfies Record<string, Route>

export const consultationRoutes = { ...publicRoutes, ...officeRoutes } as const
