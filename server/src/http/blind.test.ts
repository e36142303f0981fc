import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openSite } from '../../testing/browser.ts'
import { useDocuments } from '../../testing/case-office.ts'
import { plainSamples } from '../../testing/walk/plain-samples.ts'
import { caseSamples, type Sample } from '../../testing/walk/samples.ts'
import { openWalkedZone, type Seeded, type WalkedZone } from '../../testing/walk/zone.ts'
import type { Route } from './contract/route.ts'
import { routes } from './contract/routes.ts'

useDocuments()

let zone: WalkedZone
let about: Seeded
let expert: Browser

beforeAll(async () => {
  zone = await openWalkedZone({ isDemo: true, blind: true })
  about = zone.cases.find(({ at }) => at === 'recommended') as Seeded
  const site = await openSite(zone.zone, { demo: true })
  expert = await site.signedIn(zone.people['expert assigned'] as never)
}, 180_000)

function sampleOf(name: string): Sample {
  const ofCase = caseSamples as Record<
    string,
    ((of: Seeded, zone: WalkedZone) => Sample) | undefined
  >
  const plain = plainSamples as Record<string, ((zone: WalkedZone) => Sample) | undefined>
  return ofCase[name]?.(about, zone) ?? plain[name]?.(zone) ?? null
}

const reading = Object.entries<Route>(routes).filter(([, { method }]) => method === 'GET')

describe('a blind review over every address that is read', () => {
  it.each(reading)('%s tells an assigned expert nothing of the party', async (name, route) => {
    const sample = sampleOf(name)
    if (sample === null) return
    const { status, text } = await expert.send(route.method, sample.url)
    expect(status).toBeLessThan(500)
    const { id, name: party, creditCode } = about.party
    for (const told of [party, creditCode, id, zone.own.name]) expect(text).not.toContain(told)
  })

  it('shows the expert the case under a label, and finds it by its number alone', async () => {
    const view = await expert.send('GET', `/api/cases/${about.id}`)
    expect(view.status).toBe(200)
    const { party, number, papers } = JSON.parse(view.text)
    expect(party.name).toMatch(/^匿名申报单位 [0-9A-F]{6}$/)
    expect(papers[0].files[0].name).toBe(`${papers[0].title.zh} 1.pdf`)
    const found = async (text: string) => {
      const url = `/api/cases?text=${encodeURIComponent(text)}&sort=party`
      return JSON.parse((await expert.send('GET', url)).text).rows
    }
    expect(await found(about.party.name)).toEqual([])
    expect(await found(about.party.creditCode)).toEqual([])
    const search = `/api/search?text=${encodeURIComponent(about.party.name)}`
    expect((await expert.send('GET', search)).text).not.toContain(about.id)
    expect(await found(number)).toMatchObject([{ party: party.name, blind: true }])
  })
})
