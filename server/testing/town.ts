import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { readDemoData } from '../src/cli/demo/demo-data.ts'
import { type Cast, seedPeople } from '../src/cli/demo/seed-people.ts'
import { installPack } from '../src/cli/office/install-command.ts'
import { CaseView, NoticeView } from '../src/http/contract/cases.ts'
import { CallView } from '../src/http/contract/measures.ts'
import { type Browser, openSite, type Reply } from './browser.ts'
import { aPdf } from './case-workflow.ts'
import { openZone } from './zone.ts'

export const PACK = 'international-incubators'
export type Case = z.output<typeof CaseView>
type Json = string | number | boolean

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SAID = '经核实，材料真实完整，符合办法要求。'
const PANEL = ['li.wenbo', 'zhang.huimin', 'aibek'] as const

/** Who of the town a story is about: an organisation with the login of its person. */
export type Applying = {
  readonly login: string
  readonly party: string
  readonly service: 'maker-base-recognition' | 'offshore-incubator-recognition'
  readonly answers: Readonly<Record<string, Json>>
  readonly partner?: { name: string; country: string; registrationNumber: string }
  readonly papersMissing?: readonly string[]
}

export type Town = Awaited<ReturnType<typeof openTown>>

/** The real measure in force in a zone with the made-up people of the demo; all acts over HTTP. */
export async function openTown(parties: readonly string[]) {
  const zone = await openZone({ today: '2026-01-05' })
  const { version } = await installPack(zone.kernel, { root: ROOT, name: PACK, document: null })
  const cast = await zone.asSystem(async (tx) => seedPeople(tx, await dataOf(parties)))
  const site = await openSite(zone)
  const browsers = new Map<string, Browser>()
  /** Nobody stays signed in overnight. */
  function on(day: string): void {
    browsers.clear()
    zone.setToday(day)
  }
  async function as(login: string): Promise<Browser> {
    const known = browsers.get(login)
    if (known) return known
    const browser = await site.signedIn({ person: named(cast.people, login) })
    browsers.set(login, browser)
    return browser
  }
  return { ...storyOf({ cast, version, as, on }), zone, site, as }
}

type Around = {
  readonly cast: Cast
  readonly version: string
  as(login: string): Promise<Browser>
  on(day: string): void
}

function storyOf({ cast, version, as, on }: Around) {
  /** `path` is the case and the act: `<id>/accept`. */
  async function act(login: string, path: string, body: object = {}) {
    return (await as(login)).send('POST', `/api/cases/${path}`, { body })
  }

  async function enactAndCall(services: readonly string[]): Promise<string> {
    const signer = await as('chen.lixin')
    const reason = '经局长办公会研究，按试行文本执行。'
    const enactment = { version, from: '2026-01-12', reason }
    done(await signer.send('POST', `/api/measures/${PACK}/enactments`, { body: enactment }))
    on('2026-01-12')
    return openCall(services, { opensOn: '2026-01-12', closesOn: '2026-04-30' })
  }

  async function openCall(
    services: readonly string[],
    days: { opensOn: string; closesOn: string },
  ): Promise<string> {
    const title = { zh: '关于组织申报国际孵化器的通知', en: 'Call for applications' }
    const body = { pack: PACK, services, title, ...days }
    const opened = await (await as('sun.yue')).send('POST', '/api/calls', { body })
    return CallView.parse(done(opened)).id
  }

  async function start(call: string, { login, party, service }: Applying): Promise<Reply> {
    const body = { callId: call, service, partyId: named(cast.parties, party) }
    return (await as(login)).send('POST', '/api/cases', { body })
  }

  async function fillIn(draft: Case, of: Applying): Promise<number> {
    const browser = await as(of.login)
    const { answers, partner } = of
    const body = { revision: draft.revision, answers, ...(partner ? { partner } : {}) }
    const saved = done(await browser.send('PUT', `/api/cases/${draft.id}/draft`, { body }))
    const wanted = draft.papers.filter(({ paper }) => !of.papersMissing?.includes(paper))
    for (const { paper, title, files } of wanted.filter((one) => one.files.length === 0)) {
      const bytes = aPdf(`${title.zh} ${draft.id} ${files.length}`)
      const url = `/api/cases/${draft.id}/papers/${paper}`
      done(await browser.upload(url, { name: `${title.zh}.pdf`, bytes }))
    }
    return (saved as { revision: number }).revision
  }

  async function apply(call: string, of: Applying): Promise<Case> {
    const draft = viewOf(await start(call, of))
    const revision = await fillIn(draft, of)
    return viewOf(await act(of.login, `${draft.id}/file`, { revision }))
  }

  async function judge(login: string, caseId: string): Promise<Case> {
    const view = await see(login, caseId)
    const answers = view.judgements
      .filter(({ mayAnswer }) => mayAnswer)
      .map(({ condition }) => ({ condition, answer: 'met', reason: SAID }))
    return viewOf(await act(login, `${caseId}/judge`, { answers }))
  }

  async function see(login: string, caseId: string): Promise<Case> {
    return viewOf(await (await as(login)).send('GET', `/api/cases/${caseId}`))
  }

  async function recommendBy(district: string, caseId: string): Promise<Case> {
    viewOf(await act(district, `${caseId}/accept`))
    await judge(district, caseId)
    return viewOf(await act(district, `${caseId}/recommend`, { recommendation: SAID }))
  }

  async function review(caseId: string): Promise<Case> {
    const experts = PANEL.map((login) => named(cast.people, login))
    viewOf(await act('ma.xiaodong', `${caseId}/assign`, { experts }))
    for (const login of PANEL) await judge(login, caseId)
    viewOf(await act('ma.xiaodong', `${caseId}/conclude-review`))
    return viewOf(await act('ma.xiaodong', `${caseId}/deliberate`, { reason: SAID }))
  }

  async function publicise(caseId: string) {
    const title = { zh: '拟认定国际孵化器名单公示', en: 'Notice of the proposed list' }
    const body = { cases: [caseId], title }
    return NoticeView.parse(
      done(await (await as('ma.xiaodong')).send('POST', '/api/notices', { body })),
    )
  }

  async function decideAndCertify(caseId: string): Promise<Case> {
    viewOf(await act('ma.xiaodong', `${caseId}/propose`, { reason: SAID }))
    viewOf(await act('chen.lixin', `${caseId}/decide`, { reason: SAID }))
    return viewOf(await act('ma.xiaodong', `${caseId}/certify`))
  }

  return {
    on,
    act,
    enactAndCall,
    openCall,
    start,
    fillIn,
    apply,
    judge,
    see,
    recommendBy,
    review,
    publicise,
    decideAndCertify,
  }
}

/** What a request that must succeed answered. */
export function done(reply: Reply): unknown {
  if (reply.status !== 200) throw new Error(`${reply.status} ${reply.text}`)
  return reply.body
}

export function viewOf(reply: Reply): Case {
  return CaseView.parse(done(reply))
}

async function dataOf(parties: readonly string[]) {
  const { people, stories, ...data } = await readDemoData(ROOT)
  const experts = people.experts.filter(({ login }) => PANEL.some((one) => one === login))
  const wanted = [...parties, ...experts.map(({ employer }) => employer)]
  const officers = people.officers.filter(
    ({ login }) => !['liu.yang', 'zhao.guoqiang'].includes(login),
  )
  const applicants = people.applicants.filter(({ party }) => parties.includes(party))
  return {
    people: { ...people, experts, officers, applicants },
    stories,
    parties: data.parties.filter(({ key }) => wanted.includes(key)),
  }
}

function named<Found>(among: ReadonlyMap<string, Found>, name: string): Found {
  const found = among.get(name)
  if (found === undefined) throw new Error(`the town has no ${name}`)
  return found
}
