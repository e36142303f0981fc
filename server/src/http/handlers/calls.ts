import { type CallId, type CaseId, calls, type NoticeId, notices } from '../../cases/index.ts'
import { day, parseId } from '../../kernel/index.ts'
import type { Some } from '../call.ts'

export const callHandlers: Some<
  'listCalls' | 'viewCall' | 'openCall' | 'listNotices' | 'viewNotice' | 'planNotice' | 'publicise'
> = {
  listCalls: (tx) => calls.list(tx),
  viewCall: (tx, { params }) => calls.view(tx, parseId<CallId>(params.id)),
  openCall: (tx, { body }) =>
    calls.open(tx, { ...body, opensOn: day(body.opensOn), closesOn: day(body.closesOn) }),
  listNotices: (tx) => notices.list(tx),
  viewNotice: (tx, { params }) => notices.view(tx, parseId<NoticeId>(params.id)),
  planNotice: (tx, { query }) =>
    notices.plan(
      tx,
      query.cases.split(',').map((id) => parseId<CaseId>(id)),
    ),
  publicise: (tx, { body }) =>
    notices.publicise(tx, {
      title: body.title,
      cases: body.cases.map((id) => parseId<CaseId>(id)),
    }),
}
