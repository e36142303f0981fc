import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openSite, type Reply, type Site } from '../../testing/browser.ts'
import { SERVICE, useDocuments } from '../../testing/case-office.ts'
import { aboutNothing, PROBES } from '../../testing/walk/probes.ts'
import { type CaseRoute, caseSamples, walks } from '../../testing/walk/samples.ts'
import { openWalkedZone, rollingBack, type WalkedZone } from '../../testing/walk/zone.ts'
import { newId } from '../kernel/index.ts'
import { routes } from './contract/routes.ts'

useDocuments()

/** Who has no business with a case of another organisation, district or zone. */
const STRANGERS = [
  'visitor',
  'applicant, other',
  'district, other',
  'district auditor, other',
  'expert not assigned',
  'system administrator',
  'security administrator',
  'of another zone',
  'functional zone',
] as const

let zone: WalkedZone
let site: Site

beforeAll(async () => {
  zone = await openWalkedZone({ isDemo: true })
  site = await openSite(zone.zone, { kernel: rollingBack(zone.zone.kernel), demo: true })
})

async function browserOf(kind: (typeof STRANGERS)[number]): Promise<Browser> {
  const who = zone.people[kind]
  if (who === null) return site.visitor
  if (!('zone' in who)) return site.signedIn(who)
  const elsewhere = await openSite(who.zone)
  return site.withCookie(await elsewhere.cookieOf(who.person))
}

/** These differ from one moment to the next, whatever was asked. */
const OF_THE_MOMENT = ['date', 'banfa-session-left', 'x-ratelimit-remaining', 'x-ratelimit-reset']

/** What an answer gives away: its status, its words and its headers, whichever id was asked for. */
function tells({ status, text, headers }: Reply, id: string) {
  const said = Object.entries(headers).filter(([name]) => !OF_THE_MOMENT.includes(name))
  return [status, text.replaceAll(id, '…'), Object.fromEntries(said)]
}

/** What the matrix makes their own work: to them it is no stranger's. */
const OWN_WORK: Partial<Record<string, readonly string[]>> = {
  'system administrator': ['rotateSecret', 'sendAgain', 'resetPerson'],
  'security administrator': ['endPost', 'endMandate', 'arrangeSubstitute', 'endSubstitution'],
  'functional zone': ['viewParty', 'viewFact', 'verifyFact', 'viewEntitlements'],
}

const LISTS = [
  ...['/api/cases', '/api/cases.csv', '/api/objections', '/api/results', '/api/results.csv'],
  ...['/api/parties?text=', '/api/record', '/api/reminders', '/api/filters', '/api/meetings'],
  ...[`/api/entitlements/small-measure/${SERVICE}`, '/api/notices', '/api/consultations'],
  `/api/entitlements/small-measure/${SERVICE}/list.csv`,
]

const ABOUT_A_CASE = (Object.keys(caseSamples) as CaseRoute[]).filter((name) =>
  routes[name].url.startsWith('/api/cases/:id'),
)

describe.each(STRANGERS)('a case that is not theirs, asked by: %s', (kind) => {
  it.each(ABOUT_A_CASE)('%s answers exactly as for one that never was', async (name) => {
    const browser = await browserOf(kind)
    for (const about of zone.cases) {
      const sample = walks(name, about, zone)
      if (!sample) continue
      const { url, ...sending } = sample
      const never = newId()
      const { method } = routes[name]
      const foreign = await browser.send(method, url, sending)
      const nothing = await browser.send(method, url.replace(about.id, never), sending)
      expect(tells(foreign, about.id), about.at).toEqual(tells(nothing, never))
      expect(foreign.status).toBeGreaterThanOrEqual(400)
    }
  })
})

describe.each(STRANGERS)('a thing that is not theirs, asked by: %s', (kind) => {
  it.each(Object.keys(PROBES) as (keyof typeof PROBES)[])(
    '%s answers exactly as for one that never was',
    async (name) => {
      const browser = await browserOf(kind)
      const probe = PROBES[name]?.(zone)
      if (!probe) throw new Error(`${name} has no probe`)
      if (OWN_WORK[kind]?.includes(name)) return
      const nothing = aboutNothing(probe)
      const { method } = routes[name]
      const foreign = await browser.send(method, probe.sample.url, probe.sample)
      const never = await browser.send(method, nothing.sample.url, nothing.sample)
      expect(tells(foreign, probe.id)).toEqual(tells(never, nothing.id))
      expect(foreign.status).toBeGreaterThanOrEqual(400)
    },
  )

  it('no list and no export names a party of theirs', async () => {
    const browser = await browserOf(kind)
    const names = zone.cases.filter(({ at }) => at === 'accepted').map(({ party }) => party.name)
    expect(names).toHaveLength(1)
    for (const url of LISTS) {
      const { text } = await browser.send('GET', url)
      expect(
        names.filter((one) => text.includes(one)),
        url,
      ).toEqual([])
    }
  })
})
