import { newId } from '../../src/kernel/index.ts'
import { multipart } from '../browser.ts'
import { DISTRICT } from '../case-office.ts'

const REASON = '关系已经结束，有书面材料。'
const KNOWN = { title: { zh: '研究员', en: 'Researcher' }, fields: ['孵化'] }
const ROW = {
  name: '庚火科技有限公司',
  creditCode: '91650104MA77K1XF05',
  district: DISTRICT,
  kind: 'enterprise',
}
const table = Buffer.from(`名称,统一社会信用代码,区县\n${ROW.name},${ROW.creditCode},${DISTRICT}\n`)

/** Requests about the pool, and about organisations as offices enter them. */
export const organisationSamples = {
  viewPool: () => ({ url: '/api/experts' }),
  enrolExpert: () => ({
    url: '/api/experts',
    body: { ...KNOWN, login: `expert-${newId()}`, name: '新专家' },
  }),
  changeExpert: () => ({ url: `/api/experts/${newId()}`, body: KNOWN }),
  retireExpert: () => ({ url: `/api/experts/${newId()}/retire`, body: { reason: REASON } }),
  tieExpert: () => ({
    url: `/api/experts/${newId()}/ties`,
    body: { party: newId(), kind: 'shareholder' },
  }),
  untieExpert: () => ({
    url: `/api/experts/${newId()}/ties/end`,
    body: { party: newId(), kind: 'shareholder', reason: REASON },
  }),
  enterParty: () => ({ url: '/api/parties', body: ROW }),
  previewParties: () => ({
    url: '/api/parties/import/preview',
    ...multipart({ name: 'parties.csv', bytes: table }),
  }),
  importParties: () => ({ url: '/api/parties/import', body: { rows: [ROW] } }),
  listCarriers: () => ({ url: '/api/carriers' }),
  enterTenancy: () => ({ url: `/api/parties/${newId()}/tenancies`, body: { carrier: newId() } }),
  endTenancy: () => ({
    url: `/api/parties/${newId()}/tenancies/${newId()}/end`,
    body: { reason: REASON },
  }),
}

/** Of these, who may ask is told that what the sample names is not there. */
export const ABOUT_NO_EXPERT = [
  'changeExpert',
  'retireExpert',
  'tieExpert',
  'untieExpert',
  'enterTenancy',
  'endTenancy',
] as const

const at =
  (path: string, body: unknown) =>
  ({ party }: { party: { id: string } }) => ({
    url: `/api/parties/${party.id}${path}`,
    body,
  })

/** Requests about one organisation. */
export const ofOrganisationSamples = {
  inviteOwner: at('/owner', { invited: '负责人', reason: '原负责人已离职。' }),
  enterCarrier: at('/carriers', { name: '新载体', kind: 'incubator', place: DISTRICT }),
}
