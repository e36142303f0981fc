import {
  type CallId,
  type CaseId,
  calls,
  type NoticeId,
  type NoticeView,
  notices,
} from '../../cases/index.ts'
import { day, parseId } from '../../kernel/index.ts'
import type { Some } from '../call.ts'

export const callHandlers: Some<
  'listCalls' | 'viewCall' | 'openCall' | 'listNotices' | 'viewNotice' | 'planNotice' | 'publicise'
> = {
  listCalls: (tx) => calls.list(tx),
  viewCall: (tx, { params }) => calls.view(tx, parseId<CallId>(params.id)),
  openCall: (tx, { body }) =>
    calls.open(tx, { ...body, opensOn: day(body.opensOn), closesOn: day(body.closesOn) }),
  listNotices: async (tx) => (await notices.list(tx)).map(published),
  viewNotice: async (tx, { params }) =>
    published(await notices.view(tx, parseId<NoticeId>(params.id))),
  planNotice: (tx, { query }) =>
    notices.plan(
      tx,
      query.cases.split(',').map((id) => parseId<CaseId>(id)),
    ),
  publicise: async (tx, { body }) =>
    published(
      await notices.publicise(tx, {
        title: body.title,
        cases: body.cases.map((id) => parseId<CaseId>(id)),
      }),
    ),
}

/** An id tells to the millisecond when a draft was begun, so the public gets line numbers. */
function published({ list, ...notice }: NoticeView) {
  return { ...notice, list: list.map(({ caseId: _, ...row }, at) => ({ ...row, line: at + 1 })) }
}
