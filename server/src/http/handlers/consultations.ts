import { type CommentId, type ConsultationId, consultations } from '../../consultations/index.ts'
import { isDangerous, noteRefusedUpload } from '../../documents/index.ts'
import {
  type Actor,
  type Day,
  type Kernel,
  parseId,
  type ReadTx,
  Refusal,
} from '../../kernel/index.ts'
import type { Some } from '../call.ts'
import type { consultationRoutes } from '../contract/consultation-routes.ts'
import { csvOf } from '../present/csv.ts'

const idOf = (params: { id: string }) => parseId<ConsultationId>(params.id)
const shown = (tx: ReadTx, params: { id: string }) => consultations.view(tx, idOf(params))

export const consultationHandlers: Some<keyof typeof consultationRoutes> = {
  listConsultations: (tx) => consultations.list(tx),
  viewConsultation: (tx, { params }) => shown(tx, params),
  openConsultationFile: async (tx, { params }) => ({
    ...(await consultations.file(tx, { id: idOf(params), file: params.file })),
    inline: false,
    uploaded: true,
  }),
  commentOn: (tx, { params, body }) => consultations.comment(tx, { ...body, id: idOf(params) }),
  listOwnComments: (tx, { params, body }) =>
    consultations.own(tx, { id: idOf(params), keys: body.keys }),
  eraseCommenter: async (tx, { params, body }) => {
    const comment = parseId<CommentId>(params.comment)
    await consultations.erase(tx, { id: idOf(params), comment, key: body.key })
    return { erased: true as const }
  },
  openAdoptionSummary: async (tx, { params }) => ({
    ...(await consultations.summary(tx, idOf(params))),
    inline: true,
  }),
  exportAdoptionSummary: async (tx, { params }) => {
    const { number, summary } = await consultations.summarised(tx, idOf(params))
    return {
      bytes: csvOf(HEAD, summary.answers.map(rowOf)),
      media: 'text/csv; charset=utf-8',
      name: `${number} 意见采纳情况.csv`,
      inline: false,
    }
  },
  listDrafts: (tx) => consultations.drafts(tx),
  planConsultation: (tx, { query }) => consultations.plan(tx, query.opensOn as Day),
  prepareConsultation: async (tx, { body }) => {
    const days = { opensOn: body.opensOn as Day, closesOn: body.closesOn as Day }
    return consultations.view(tx, await consultations.prepare(tx, { ...body, ...days }))
  },
  handInDraft: handIn(consultations.handInDraft),
  handInNote: handIn(consultations.handInNote),
  publishConsultation: async (tx, { params }) => {
    await consultations.publish(tx, idOf(params))
    return shown(tx, params)
  },
  listComments: (tx, { params }) => commentsOf(tx, idOf(params)),
  answerComments: async (tx, { params, body }) => {
    const comments = body.comments.map((id) => parseId<CommentId>(id))
    await consultations.answer(tx, { ...body, comments, id: idOf(params) })
    return commentsOf(tx, idOf(params))
  },
  publishAdoptionSummary: async (tx, { params, body }) => {
    await consultations.publishSummary(tx, { ...body, id: idOf(params) })
    return shown(tx, params)
  },
  linkAdopted: async (tx, { params, body }) => {
    await consultations.linkAdopted(tx, { ...body, id: idOf(params) })
    return shown(tx, params)
  },
}

type Uploading = {
  readonly params: { id: string }
  upload(): Promise<{ readonly fileName: string; readonly bytes: Buffer }>
}

/** What is dangerous is refused and noted, in a transaction of its own. */
function handIn(use: typeof consultations.handInDraft) {
  return {
    direct: async (kernel: Kernel, actor: Actor, { params, upload }: Uploading) => {
      const id = idOf(params)
      const file = await upload()
      try {
        return await kernel.writing(actor, async (tx) => {
          await use(tx, { id, ...file })
          return shown(tx, params)
        })
      } catch (refused) {
        if (!(refused instanceof Refusal) || !isDangerous(refused)) throw refused
        const noted = { of: { kind: 'consultation', id }, ...file, refused }
        await kernel.writing(actor, (tx) => noteRefusedUpload(tx, noted))
        throw refused
      }
    },
  }
}

async function commentsOf(tx: ReadTx, id: ConsultationId) {
  const { comments, answers } = await consultations.comments(tx, id)
  return {
    comments: comments.map(({ made_on: on, answer_id: answer, ...one }) => ({
      ...one,
      on,
      answer,
    })),
    answers: answers.map(({ answered_on: on, answered_by: by, ...one }) => ({ ...one, on, by })),
  }
}

const HEAD = ['条款', '意见要点', '采纳情况', '理由', '意见条数', '意见编号']
const OUTCOMES = { adopted: '采纳', partly: '部分采纳', 'not-adopted': '未采纳' } as const

type Answer = Awaited<ReturnType<typeof consultations.summarised>>['summary']['answers'][number]

const rowOf = ({ articles, gist, outcome, reason, numbers }: Answer) => [
  articles.map((one) => one ?? '整体').join('、'),
  gist,
  OUTCOMES[outcome],
  reason,
  numbers.length,
  numbers.join('、'),
]
