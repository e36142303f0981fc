import {
  type CaseId,
  type NoticeId,
  notices,
  type ObjectionId,
  objections,
} from '../../cases/index.ts'
import { type Actor, type Kernel, parseId, refusal } from '../../kernel/index.ts'
import type { Some, Upload } from '../call.ts'
import type { objectionRoutes } from '../contract/objections.ts'

/** Whoever shows the key is let in by it, as nobody: the machine reads and writes for them. */
const MACHINE: Actor = { kind: 'system', job: 'objections' }

type Key = { readonly number: string; readonly key: string }

/** What is written stays, and the course is read as it then stands. */
function thenFollow(kernel: Kernel, key: Key) {
  return kernel.reading(MACHINE, (tx) => objections.follow(tx, key))
}

const idsOf = (params: { readonly id: string; readonly objection: string }) => ({
  caseId: parseId<CaseId>(params.id),
  objection: parseId<ObjectionId>(params.objection),
})

function keyIn({ fields }: Upload): Key {
  const { number, key } = fields
  return number && key ? { number, key } : refusal('case.objection-not-found')
}

export const objectionHandlers: Some<keyof typeof objectionRoutes> = {
  objectTo: async (tx, { params, body }) => {
    const { line, name, contact, grounds } = body
    const noticeId = parseId<NoticeId>(params.id)
    const { list, number: notice } = await notices.view(tx, noticeId)
    const listed = list[line - 1]
    if (!listed) return refusal('case.case-not-on-notice', { number: notice }, { field: 'line' })
    const made = { noticeId, caseId: listed.caseId, name, contact, grounds }
    const { number, key } = await objections.lodge(tx, made)
    return { number, key }
  },
  followObjection: { direct: (kernel, _actor, { body }) => thenFollow(kernel, body) },
  addToObjection: {
    direct: async (kernel, _actor, { body }) => {
      await kernel.writing(MACHINE, (tx) => objections.add(tx, body))
      return thenFollow(kernel, body)
    },
  },
  attachToObjection: {
    direct: async (kernel, _actor, { upload }) => {
      const sent = await upload()
      const { fileName, bytes } = sent
      const key = keyIn(sent)
      await objections.attach(kernel, { ...key, fileName, bytes })
      return thenFollow(kernel, key)
    },
  },
  openFollowedFile: {
    direct: async (kernel, _actor, { body }) => ({
      ...(await kernel.reading(MACHINE, (tx) => objections.openFollowed(tx, body))),
      inline: false,
    }),
  },
  listObjections: (tx) => objections.list(tx),
  viewObjection: (tx, { params }) => objections.view(tx, idsOf(params)),
  askObjector: async (tx, { params, body }) => {
    await objections.ask(tx, { ...idsOf(params), ...body })
    return objections.view(tx, idsOf(params))
  },
  openObjectionFile: async (tx, { params }) => ({
    ...(await objections.openFile(tx, { ...idsOf(params), file: parseId(params.file) })),
    inline: true,
  }),
}
