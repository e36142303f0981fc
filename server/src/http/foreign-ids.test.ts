import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openSite, type Reply, type Site } from '../../testing/browser.ts'
import { useDocuments } from '../../testing/case-office.ts'
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

/** What an answer gives away: its status and its words, whichever id was asked for. */
const tells = ({ status, text }: Reply, id: string) => [status, text.replaceAll(id, '…')]

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
