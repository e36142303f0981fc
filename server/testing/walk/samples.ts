import type { routes } from '../../src/http/index.ts'
import { newId } from '../../src/kernel/index.ts'
import { multipart, type Sending } from '../browser.ts'
import { SERVICE } from '../case-office.ts'
import { aheadSamples } from './samples-ahead.ts'
import { GROUNDS, type Seeded, type WalkedZone } from './zone.ts'

/** A request that fits the contract; null where the route does not apply to the case. */
export type Sample = ({ readonly url: string } & Sending) | null
type RouteName = keyof typeof routes
export type CaseSample = (about: Seeded, zone: WalkedZone) => Sample

const REASON = '材料真实完整，符合条件。'
const on =
  (path: string, body?: unknown): CaseSample =>
  ({ id }) => ({ url: `/api/cases/${id}${path}`, ...(body === undefined ? {} : { body }) })
const reasoned = (act: string) => on(`/${act}`, { reason: REASON })

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n')

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
  judge: ({ id, at }) => {
    const condition = at === 'accepted' ? 'lawful' : 'cooperation'
    const answers = [{ condition, answer: 'met', reason: REASON }]
    return { url: `/api/cases/${id}/judge`, body: { answers } }
  },
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
  revoke: on('/revoke', { sanction: 'fraud', reason: REASON, foundOn: '2026-03-09' }),
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

const READING: readonly CaseRoute[] = ['viewCase', 'openPaper', 'openDocument']

/** Cases that are walked by some addresses only, to spare time; the others by all. */
const ONLY: Readonly<Record<string, readonly CaseRoute[]>> = {
  accepted: [...READING, 'judge', 'recommend', 'refuse', 'returnForCorrection'],
  reviewed: [...READING, 'deliberate'],
  certified: [...READING, 'revoke', 'certify'],
}

export function walks(name: CaseRoute, about: Seeded, zone: WalkedZone): Sample {
  const only = ONLY[about.at]
  return only && !only.includes(name) ? null : caseSamples[name](about, zone)
}

const pack = 'small-measure'
const version = '2026.first'

/** Requests about nothing of anybody's; with the case samples every route of the contract. */
export const plainSamples: Readonly<
  Record<Exclude<RouteName, CaseRoute>, (zone: WalkedZone) => Sample>
> = {
  viewZone: () => ({ url: '/api/zone' }),
  listMeasures: () => ({ url: '/api/measures' }),
  viewMeasure: () => ({ url: `/api/measures/${pack}` }),
  readModule: () => ({ url: `/api/measures/${pack}/${version}/${SERVICE}.js` }),
  readProcedure: () => ({ url: `/api/measures/${pack}/${version}/${SERVICE}.bpmn` }),
  listCalls: () => ({ url: '/api/calls' }),
  viewCall: ({ call }) => ({ url: `/api/calls/${call}` }),
  listNotices: () => ({ url: '/api/notices' }),
  viewNotice: (zone) => ({ url: `/api/notices/${onNotice(zone).notice}` }),
  objectTo: (zone) => ({
    url: `/api/notices/${onNotice(zone).notice}/objections`,
    body: {
      caseId: onNotice(zone).id,
      name: '市民王某',
      contact: '13911111111',
      grounds: `${GROUNDS}另见附件。`,
      consent: true,
    },
  }),
  verifyCertificate: ({ cases }) => ({
    url: `/api/certificates/${encodeURIComponent(cases[0]?.certificate ?? '')}`,
  }),
  readIssuer: () => ({ url: '/.well-known/banfa-issuer.json' }),
  readStatusList: () => ({ url: '/api/certificates/status/2026' }),
  listDemoPeople: () => ({ url: '/api/demo/people' }),
  setDay: () => ({ url: '/api/demo/day', body: { day: '2026-03-11' } }),
  viewSession: () => ({ url: '/api/session' }),
  signIn: () => ({ url: '/api/session', body: { login: 'who.knows', password: newId() } }),
  signOut: () => ({ url: '/api/session' }),
  askForPasskey: () => ({ url: '/api/session/passkey/question' }),
  signInByPasskey: () => ({ url: '/api/session/passkey', body: { answer: A_PASSKEY } }),
  beginSignOn: () => ({ url: '/api/sign-on', body: { back: '/' } }),
  endSignOn: () => ({ url: '/api/sign-on/answer', body: { query: 'code=x' } }),
  unbindProvider: () => ({
    url: '/api/me/providers/unbind',
    body: { issuer: 'https://id.example' },
  }),
  viewOwnSignIn: () => ({ url: '/api/me/sign-in' }),
  changePassword: () => ({
    url: '/api/me/password',
    body: { present: newId(), password: '另一个足够长的密码 another one' },
  }),
  setUpGenerator: () => ({ url: '/api/me/generator' }),
  takeGenerator: () => ({ url: '/api/me/generator', body: { code: '000000' } }),
  removeGenerator: () => ({ url: '/api/me/generator' }),
  renewRecoveryCodes: () => ({ url: '/api/me/recovery-codes' }),
  setUpPasskey: () => ({ url: '/api/me/passkeys/question' }),
  takePasskey: () => ({ url: '/api/me/passkeys', body: { name: '手机', answer: A_PASSKEY } }),
  removePasskey: () => ({ url: `/api/me/passkeys/${newId()}` }),
  listPeople: () => ({ url: '/api/people' }),
  addPerson: () => ({ url: '/api/people', body: { login: `new-${newId()}`, name: '新人' } }),
  resetPerson: () => ({ url: `/api/people/${newId()}/reset` }),
  closePerson: () => ({ url: `/api/people/${newId()}/close`, body: { reason: REASON } }),
  viewOffices: () => ({ url: '/api/offices' }),
  addOffice: () => ({
    url: '/api/offices',
    body: { key: 'new-office', level: 'city', district: null, name: WORDS, parent: null },
  }),
  changeOffice: () => ({
    url: `/api/offices/${newId()}`,
    body: { name: WORDS, parent: null, closed: false },
  }),
  drawArea: () => ({
    url: '/api/areas',
    body: { code: '650199', kind: 'district', name: WORDS },
  }),
  grantPost: () => ({
    url: '/api/posts',
    body: { person: newId(), office: newId(), title: WORDS, duties: ['handle'], ...DAYS },
  }),
  endPost: () => ({ url: `/api/posts/${newId()}/end`, body: { from: DAYS.from, reason: REASON } }),
  listMandates: () => ({ url: '/api/delegations' }),
  giveMandate: () => ({
    url: '/api/delegations',
    body: {
      number: '乌科函〔2026〕1号',
      pack,
      delegation: 'nothing-of-the-kind',
      fromOffice: newId(),
      toOffice: newId(),
      ...DAYS,
    },
  }),
  endMandate: () => ({ url: `/api/delegations/${newId()}/end`, body: { reason: REASON } }),
  listSubstitutions: () => ({ url: '/api/substitutions' }),
  listSubstituteChoices: () => ({ url: '/api/substitutions/choices' }),
  arrangeSubstitute: () => ({
    url: '/api/substitutions',
    body: { post: newId(), substitute: newId(), reason: REASON, ...DAYS },
  }),
  endSubstitution: () => ({ url: `/api/substitutions/${newId()}/end` }),
  whoHandles: () => ({ url: '/api/matters' }),
  enterPower: () => ({
    url: '/api/powers',
    body: {
      matter: WORDS,
      kind: 'service',
      level: 'city',
      office: newId(),
      share: { zh: '', en: '' },
      law: '条例',
      cite: '第5条',
      from: DAYS.from,
    },
  }),
  endPower: () => ({ url: `/api/powers/${newId()}/end`, body: { reason: REASON } }),
  viewInvitation: () => ({ url: `/api/invitations/${newId()}` }),
  takeInvitation: () => ({ url: `/api/invitations/${newId()}`, body: {} }),
  withdrawInvitation: () => ({ url: `/api/organisations/${newId()}/invitations/${newId()}` }),
  endOwnSession: () => ({ url: `/api/me/sessions/${newId()}` }),
  listCases: () => ({ url: '/api/cases' }),
  exportCases: () => ({ url: '/api/cases.csv' }),
  previewBulk: ({ cases }) => ({
    url: '/api/cases/bulk/preview',
    body: { act: 'decide', cases: cases.map(({ id }) => id), text: REASON },
  }),
  doBulk: ({ cases }) => ({
    url: '/api/cases/bulk',
    body: { act: 'decide', cases: cases.map(({ id }) => id), text: REASON },
  }),
  listResults: () => ({ url: '/api/results' }),
  exportResults: () => ({ url: '/api/results.csv' }),
  viewDraw: ({ call }) => ({ url: `/api/draws/${call}` }),
  listFilters: () => ({ url: '/api/filters' }),
  keepFilter: () => ({
    url: '/api/filters',
    body: { name: '本周到期', filter: { stage: 'filed' } },
  }),
  forgetFilter: ({ call }) => ({ url: `/api/filters/${call}` }),
  ...aheadSamples,
  viewPackSource: () => ({ url: `/api/measures/${pack}/source?version=${version}` }),
  installVersion: () => ({
    url: `/api/measures/${pack}/versions`,
    body: { files: { 'pack.yaml': 'format: 1' } },
  }),
  enactMeasure: () => ({
    url: `/api/measures/${pack}/enactments`,
    body: { version, from: '2026-04-01', reason: REASON },
  }),
  openCall: () => ({
    url: '/api/calls',
    body: {
      pack,
      services: [SERVICE],
      title: { zh: '第二次申报通知', en: 'Second call' },
      opensOn: '2026-03-10',
      closesOn: '2026-04-10',
    },
  }),
  listTemplates: () => ({ url: '/api/letters/templates' }),
  saveTemplate: () => ({
    url: '/api/letters/templates/hearing',
    body: { after: 0, wording: { title: '听证通知书', addressee: '', body: '正文', closing: '' } },
  }),
  previewTemplate: () => ({
    url: '/api/letters/templates/hearing/preview',
    body: { title: '听证通知书', addressee: '', body: '正文', closing: '' },
  }),
  searchParties: () => ({ url: '/api/parties?text=' }),
  readRecord: () => ({ url: '/api/record' }),
}

const WORDS = { zh: '测试', en: 'Test' }
const DAYS = { from: '2026-03-10', until: '2026-04-10' }

/** It fits the contract and opens nothing. */
const A_PASSKEY = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  response: {},
  clientExtensionResults: {},
}

function onNotice({ cases }: WalkedZone): Seeded {
  const listed = cases.find(({ at }) => at === 'publicised')
  if (!listed) throw new Error('no case is on a notice')
  return listed
}
