import type { routes } from '../../src/http/index.ts'
import { newId } from '../../src/kernel/index.ts'
import { SERVICE } from '../case-office.ts'
import { consultationSamples } from './consultation-samples.ts'
import { meetingSamples } from './meeting-samples.ts'
import { migrationSamples } from './migration-samples.ts'
import { followingSamples } from './objection-samples.ts'
import { organisationSamples } from './organisation-samples.ts'
import { outboxSamples } from './outbox-samples.ts'
import { type CaseRoute, REASON, type Sample } from './samples.ts'
import { aheadSamples } from './samples-ahead.ts'
import { GROUNDS, type Seeded, type WalkedZone } from './zone.ts'

type RouteName = keyof typeof routes

const OWN_DAY = {
  layer: 'manual',
  year: 2026,
  days: [{ day: '2026-05-27', working: false, name: '古尔邦节' }],
  source: '乌政办〔2026〕1号',
}

const pack = 'small-measure'
const version = '2026.first'

/** Requests about nothing of anybody's; with the case samples every route of the contract. */
export const plainSamples: Readonly<
  Record<Exclude<RouteName, CaseRoute>, (zone: WalkedZone) => Sample>
> = {
  ...meetingSamples,
  ...migrationSamples,
  ...followingSamples,
  ...consultationSamples,
  ...organisationSamples,
  viewZone: () => ({ url: '/api/zone' }),
  listMeasures: () => ({ url: '/api/measures' }),
  viewMeasure: () => ({ url: `/api/measures/${pack}` }),
  readModule: () => ({ url: `/api/measures/${pack}/${version}/${SERVICE}.js` }),
  readProcedure: () => ({ url: `/api/measures/${pack}/${version}/${SERVICE}.bpmn` }),
  listCalls: () => ({ url: '/api/calls' }),
  viewCall: ({ call }) => ({ url: `/api/calls/${call}` }),
  search: () => ({ url: '/api/search?text=2026' }),
  listNotices: () => ({ url: '/api/notices' }),
  viewNotice: (zone) => ({ url: `/api/notices/${onNotice(zone).notice}` }),
  objectTo: (zone) => ({
    url: `/api/notices/${onNotice(zone).notice}/objections`,
    body: {
      line: 1,
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
  ...outboxSamples,
  takeGenerator: () => ({ url: '/api/me/generator', body: { code: '000000' } }),
  removeGenerator: () => ({ url: '/api/me/generator' }),
  renewRecoveryCodes: () => ({ url: '/api/me/recovery-codes' }),
  setUpPasskey: () => ({ url: '/api/me/passkeys/question' }),
  takePasskey: () => ({ url: '/api/me/passkeys', body: { name: '手机', answer: A_PASSKEY } }),
  removePasskey: () => ({ url: `/api/me/passkeys/${newId()}` }),
  listPeople: () => ({ url: '/api/people' }),
  addPerson: () => ({ url: '/api/people', body: { login: `new-${newId()}`, name: '新人' } }),
  resetPerson: (zone) => ({ url: `/api/people/${zone.signer.person}/reset` }),
  closePerson: (zone) => ({
    url: `/api/people/${zone.signer.person}/close`,
    body: { reason: REASON },
  }),
  viewOffices: () => ({ url: '/api/offices' }),
  addOffice: () => ({
    url: '/api/offices',
    body: { key: 'new-office', level: 'city', district: null, name: WORDS, parent: null },
  }),
  changeOffice: ({ there }) => ({
    url: `/api/offices/${there.office}`,
    body: { name: WORDS, parent: null, closed: false },
  }),
  drawArea: () => ({
    url: '/api/areas',
    body: { code: '650199', kind: 'district', name: WORDS },
  }),
  grantPost: ({ signer, there }) => ({
    url: '/api/posts',
    body: {
      person: signer.person,
      office: there.office,
      title: WORDS,
      duties: ['handle'],
      ...DAYS,
    },
  }),
  endPost: ({ there }) => ({
    url: `/api/posts/${there.post}/end`,
    body: { from: DAYS.from, reason: REASON },
  }),
  listMandates: () => ({ url: '/api/delegations' }),
  giveMandate: ({ there, federation }) => ({
    url: '/api/delegations',
    body: {
      number: '乌科函〔2026〕1号',
      pack,
      delegation: 'hold-deliberations',
      fromOffice: there.office,
      toOffice: federation.posts[0]?.office,
      ...DAYS,
    },
  }),
  endMandate: ({ there }) => ({
    url: `/api/delegations/${there.mandate}/end`,
    body: { reason: REASON },
  }),
  listSubstitutions: () => ({ url: '/api/substitutions' }),
  listSubstituteChoices: () => ({ url: '/api/substitutions/choices' }),
  arrangeSubstitute: ({ there, city }) => ({
    url: '/api/substitutions',
    body: { post: there.post, substitute: city.person, reason: REASON, ...DAYS },
  }),
  endSubstitution: ({ there }) => ({ url: `/api/substitutions/${there.substitution}/end` }),
  whoHandles: () => ({ url: '/api/matters' }),
  enterPower: ({ there }) => ({
    url: '/api/powers',
    body: {
      matter: WORDS,
      kind: 'service',
      level: 'city',
      office: there.office,
      share: { zh: '', en: '' },
      law: '条例',
      cite: '第5条',
      from: DAYS.from,
    },
  }),
  endPower: ({ there }) => ({ url: `/api/powers/${there.power}/end`, body: { reason: REASON } }),
  viewInvitation: ({ there }) => ({ url: `/api/invitations/${there.invitation.token}` }),
  takeInvitation: () => ({ url: `/api/invitations/${newId()}`, body: {} }),
  withdrawInvitation: ({ own, there }) => ({
    url: `/api/organisations/${own.parties[0]}/invitations/${there.invitation.id}`,
  }),
  endOwnSession: ({ there }) => ({ url: `/api/me/sessions/${there.session}` }),
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
  forgetFilter: ({ there }) => ({ url: `/api/filters/${there.filter}` }),
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
  enterPayment: () => ({
    url: `/api/parties/${newId()}/payments`,
    body: {
      ...{ pack: 'nowhere', service: 'reward', yuan: '50000' },
      ...{ paidOn: '2026-01-05', reason: '兑现奖励' },
    },
  }),
  correctPayment: () => ({
    url: `/api/parties/${newId()}/payments/${newId()}/correction`,
    body: { reason: '登记有误' },
  }),
  keepLedger: () => ({ url: '/api/ledger', body: { reason: '历年支付已全部补录' } }),
  readRecord: () => ({ url: '/api/record' }),
  listReads: () => ({ url: '/api/reads' }),
  viewCalendar: () => ({ url: '/api/calendar' }),
  enterCalendar: () => ({ url: '/api/calendar', body: OWN_DAY }),
  previewCalendar: () => ({ url: '/api/calendar/preview', body: OWN_DAY }),
  listReminders: () => ({ url: '/api/reminders' }),
  viewWaiting: () => ({ url: '/api/waiting' }),
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
