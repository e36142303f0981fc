import { multipart } from '../browser.ts'
import type { WalkedZone } from './zone.ts'

const REASON = '已在条文中写明。'
const file = () =>
  multipart({ name: '草案.txt', bytes: Buffer.from('第一条 为了规范管理，制定本办法。') })
const of =
  (path: string, sending: object = {}) =>
  ({ there }: WalkedZone) => ({
    url: `/api/consultations/${there.consultation}${path}`,
    ...sending,
  })

/** Requests about consultations; those about one ask for the one that is open for comment. */
export const consultationSamples = {
  listConsultations: () => ({ url: '/api/consultations' }),
  listDrafts: () => ({ url: '/api/consultations/drafts' }),
  planConsultation: () => ({ url: '/api/consultations/planned?opensOn=2026-03-16' }),
  prepareConsultation: () => ({
    url: '/api/consultations',
    body: {
      title: { zh: '关于管理办法公开征求意见', en: 'Comments asked for' },
      draft: null,
      contact: '法规处，0991-0000000',
      opensOn: '2026-03-16',
      closesOn: '2026-04-30',
    },
  }),
  viewConsultation: of(''),
  openConsultationFile: (zone: WalkedZone) => of(`/files/${zone.there.consultationFile}`)(zone),
  commentOn: of('/comments', {
    body: { says: '建议写明口径。', name: '市民王某', contact: '13911111111', consent: true },
  }),
  listOwnComments: of('/comments/own', { body: {} }),
  eraseCommenter: (zone: WalkedZone) => {
    const { id, key } = zone.there.comment
    return of(`/comments/${id}/erase`, { body: { key } })(zone)
  },
  openAdoptionSummary: of('/summary'),
  exportAdoptionSummary: of('/summary.csv'),
  handInDraft: of('/draft', file()),
  handInNote: of('/note', file()),
  publishConsultation: of('/publish'),
  listComments: of('/comments'),
  answerComments: (zone: WalkedZone) => {
    const comments = [zone.there.comment.id]
    const body = { comments, gist: '明确口径', outcome: 'adopted', reason: REASON }
    return of('/answers', { body })(zone)
  },
  publishAdoptionSummary: of('/summary', { body: {} }),
  linkAdopted: of('/adopted', { body: { pack: 'small-measure', version: '2026.first' } }),
}
