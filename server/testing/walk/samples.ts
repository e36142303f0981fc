import type { routes } from '../../src/http/index.ts'
import { multipart, type Sending } from '../browser.ts'
import { SERVICE } from '../case-office.ts'
import { afterwardsSamples } from './afterwards-samples.ts'
import { objectionSamples } from './objection-samples.ts'
import { ofOrganisationSamples } from './organisation-samples.ts'
import type { Seeded, WalkedZone } from './zone.ts'

/** A request that fits the contract; null where the route does not apply to the case. */
export type Sample = ({ readonly url: string } & Sending) | null
type RouteName = keyof typeof routes
export type CaseSample = (about: Seeded, zone: WalkedZone) => Sample

export const REASON = '材料真实完整，符合条件。'
const on =
  (path: string, body?: unknown): CaseSample =>
  ({ id }) => ({ url: `/api/cases/${id}${path}`, ...(body === undefined ? {} : { body }) })
const reasoned = (act: string) => on(`/${act}`, { reason: REASON })

export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n')

/** Requests about one case. */
export const caseSamples = {
  viewCase: on(''),
  viewDraftChanges: on('/draft?since=0'),
  saveDraft: on('/draft', { revision: 1, answers: { 'floor-area': '500' } }),
  attachPaper: ({ id }) => ({
    url: `/api/cases/${id}/papers/site-title`,
    ...multipart({ name: 'a.pdf', bytes: pdf }),
  }),
  removePaper: ({ id, paper }) => ({ url: `/api/cases/${id}/papers/${paper.paper}/${paper.file}` }),
  openPaper: ({ id, paper }) => ({ url: `/api/cases/${id}/papers/${paper.paper}/${paper.file}` }),
  openDocument: ({ id, document }) =>
    document === null ? null : { url: `/api/cases/${id}/documents/${document}` },
  archiveCase: on('/archive'),
  listExpertChoices: on('/experts'),
  fileApplication: on('/file', { revision: 1 }),
  withdrawApplication: reasoned('withdraw'),
  acceptApplication: reasoned('accept'),
  returnForCorrection: on('/return', { remarks: '请补充说明。' }),
  listFilings: on('/filings'),
  listTransferChoices: on('/offices'),
  transferCase: on('/transfer', { district: '650199', reason: REASON }),
  sendBack: reasoned('send-back'),
  reappraise: reasoned('reappraise'),
  recommend: on('/recommend', { recommendation: REASON }),
  refuse: on('/refuse', { reason: REASON, cite: '第1条' }),
  assignExperts: ({ id }, { experts }) => ({
    url: `/api/cases/${id}/assign`,
    body: { experts: experts.slice(0, 3).map(({ person }) => person) },
  }),
  drawExperts: on('/draw', { count: 3 }),
  showPaper: on('/papers/site-title/for-experts', { shown: false, reason: REASON }),
  judge: ({ id, at }) => {
    const condition = at === 'accepted' ? 'lawful' : 'cooperation'
    const answers = [{ condition, answer: 'met', reason: REASON }]
    return { url: `/api/cases/${id}/judge`, body: { answers } }
  },
  recuseExpert: on('/recuse', { reason: '本人曾在该单位任职，应当回避。' }),
  addToOpinion: on('/opinions', { condition: 'cooperation', says: '补充说明。' }),
  concludeReview: reasoned('conclude-review'),
  deliberate: reasoned('deliberate'),
  answerObjection: ({ id, objection }) =>
    objection === null
      ? null
      : {
          url: `/api/cases/${id}/objections/${objection}/answer`,
          body: { upheld: false, reason: REASON },
        },
  propose: reasoned('propose'),
  decide: reasoned('decide'),
  certify: reasoned('certify'),
  ...objectionSamples,
  ...afterwardsSamples,
  ...ofOrganisationSamples,
  publicise: ({ id }) => ({
    url: '/api/notices',
    body: { cases: [id], title: { zh: '拟认定名单公示', en: 'Notice of the list' } },
  }),
  planNotice: ({ id }) => ({ url: `/api/notices/planned?cases=${id}` }),
  viewParty: ({ party }) => ({ url: `/api/parties/${party.id}` }),
  viewFact: ({ party }) => ({ url: `/api/parties/${party.id}/facts/registered-place` }),
  verifyFact: ({ party }) => ({
    url: `/api/parties/${party.id}/facts`,
    body: { name: 'registered-place', value: 'urumqi', source: '登记信息' },
  }),
  viewEntitlements: ({ party }) => ({ url: `/api/parties/${party.id}/entitlements` }),
  suspendClock: on('/clock/suspend', { cause: '组织专家评审' }),
  resumeClock: on('/clock/resume', { cause: '评审结束' }),
  extendClock: on('/clock/extend', { cause: '案情复杂', length: 5 }),
  startCase: ({ party }, { call }) => ({
    url: '/api/cases',
    body: { callId: call, service: SERVICE, partyId: party.id },
  }),
  listMembers: ({ party }) => ({ url: `/api/organisations/${party.id}/members` }),
  inviteMember: ({ party }) => ({
    url: `/api/organisations/${party.id}/invitations`,
    body: { invited: '新同事', part: 'editor' },
  }),
  changeMember: ({ party }, { own }) => ({
    url: `/api/organisations/${party.id}/members/${own.person}`,
    body: { part: 'owner' },
  }),
} as const satisfies Partial<Record<RouteName, CaseSample>>

export type CaseRoute = keyof typeof caseSamples

const READING: readonly CaseRoute[] = ['viewCase', 'openPaper', 'openDocument', 'archiveCase']
/** What somebody might try on a case that is over. */
const AFTER_ITS_END: readonly CaseRoute[] = [
  ...READING,
  'saveDraft',
  'fileApplication',
  'withdrawApplication',
  'decide',
  'certify',
]

/** Cases that are walked by some addresses only, to spare time; the others by all. */
const ONLY: Readonly<Record<string, readonly CaseRoute[]>> = {
  accepted: [...READING, 'judge', 'recommend', 'refuse', 'returnForCorrection'],
  reviewed: [...READING, 'deliberate'],
  returned: [...READING, 'saveDraft', 'attachPaper', 'fileApplication', 'acceptApplication'],
  withdrawn: AFTER_ITS_END,
  refused: AFTER_ITS_END,
  decided: [...AFTER_ITS_END, 'refuse'],
  revoked: [...AFTER_ITS_END, 'viewSanctions', 'proposeSanction'],
  certified: [
    ...READING,
    'certify',
    'viewChanges',
    'reportChange',
    'photographChange',
    'verifyChange',
    'fileChange',
    'settleChange',
    'viewSanctions',
    'proposeSanction',
    'serveSanction',
    'acknowledgeSanction',
    'answerSanction',
    'summonToHearing',
    'holdHearing',
    'decideSanction',
    'liftSanction',
  ],
}

export function walks(name: CaseRoute, about: Seeded, zone: WalkedZone): Sample {
  const only = ONLY[about.at]
  return only && !only.includes(name) ? null : caseSamples[name](about, zone)
}
