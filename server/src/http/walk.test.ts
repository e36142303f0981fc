import { beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Reply, Site } from '../../testing/browser.ts'
import { DISTRICT, useDocuments } from '../../testing/case-office.ts'
import { OF_NOBODY } from '../../testing/walk/absent.ts'
import {
  grants,
  isHiddenDraft,
  isInOthersHands,
  type Lies,
  liesTo,
  ruleOf,
} from '../../testing/walk/oracle.ts'
import { mandateTo } from '../../testing/walk/people-by-writing.ts'
import { plainSamples } from '../../testing/walk/plain-samples.ts'
import { type CaseRoute, caseSamples, type Sample, walks } from '../../testing/walk/samples.ts'
import { KINDS, openWalk, type Walk } from '../../testing/walk/walkers.ts'
import type { Seeded, WalkedZone } from '../../testing/walk/zone.ts'
import { rightsDesk } from '../identity/index.ts'
import type { PersonActor } from '../kernel/index.ts'
import { CasePage } from './contract/cases.ts'
import type { Route } from './contract/route.ts'
import { type RouteName, routes } from './contract/routes.ts'
import { type RightLine, rightsTable } from './rights-table.ts'

useDocuments()

let walk: Walk
let zone: WalkedZone
let site: Site
const walker = (kind: string) => walk.walker(kind)

beforeAll(async () => {
  walk = await openWalk()
  ;({ zone, site } = walk)
})

const isDenied = ({ status }: Reply) => [401, 403, 404].includes(status)

function ask(browser: Browser, route: Route, sample: NonNullable<Sample>): Promise<Reply> {
  const { url, ...sending } = sample
  return browser.send(route.method, url, sending)
}

function leaks(reply: Reply, { party }: Seeded): readonly string[] {
  return [party.name, party.creditCode].filter((one) => reply.text.includes(one))
}

describe('the table of routes', () => {
  it.each(Object.entries(routes))('%s names a right of the matrix', (_name, route) => {
    expect(ruleOf(route.right)).not.toBeNull()
  })
})

const TABLE = new Map(rightsTable().map((one) => [one.route, one]))

/** The line of the declared matrix. */
function lineOf(name: RouteName): RightLine {
  const line = TABLE.get(name)
  if (!line) throw new Error(`${name} is in no line of the matrix`)
  return line
}

/** An open objection holds the case, whatever it had reached. */
const stageOf = ({ at, objection }: Seeded) => (objection === null ? at : 'objected')

/** Whether the stage of the case allows what is asked, as the matrix says. */
const isInStage = (name: CaseRoute, about: Seeded) =>
  lineOf(name).stages?.some((stage) => stage === stageOf(about)) ?? true

function isGranted(person: PersonActor | null, name: CaseRoute, about: Seeded): boolean {
  if (isHiddenDraft(person, name, about) || isInOthersHands(person, name)) return false
  return grants(lineOf(name).rule, person, liesTo(person, name, about))
}

/** What is wrong with an answer, given whether the matrix lets the person do it; null when nothing. */
function wrongWith(reply: Reply, granted: boolean, about: Seeded): string | null {
  const said = `${granted ? 'granted' : 'denied'}, yet ${reply.status} ${reply.text.slice(0, 300)}`
  if (reply.status >= 500 || granted === isDenied(reply)) return said
  return !granted && leaks(reply, about).length > 0 ? `leaks: ${reply.text}` : null
}

describe.each(KINDS)('every address about a case, asked by: %s', (kind) => {
  it.each(Object.keys(caseSamples) as CaseRoute[])(
    '%s answers as the matrix says',
    async (name) => {
      const { person, browser } = walker(kind)
      for (const about of zone.cases) {
        const sample = walks(name, about, zone)
        if (!sample) continue
        const reply = await ask(browser, routes[name], sample)
        expect(wrongWith(reply, isGranted(person, name, about), about), about.at).toBeNull()
        const isLate = !isInStage(name, about)
        if (isLate) expect(reply.status, `${about.at}: ${reply.text}`).toBeGreaterThanOrEqual(400)
      }
    },
  )
})

/** Rights that rest on no case: whose office the small measure names for them. */
const OFFICES_OF_PLAIN: Partial<Record<RouteName, readonly string[]>> = {
  // The measure lets the federation publish, the written mandate only deliberate.
  openCall: ['city-bureau'],
  listReminders: ['federation'],
  listMigrations: ['city-bureau'],
  previewMigration: ['city-bureau'],
  migrateCases: ['city-bureau'],
  undoMigration: ['city-bureau'],
}
/** What is asked of one's own district when it is asked of none. */
const OF_OWN_OFFICE: readonly RouteName[] = ['listTemplates', 'saveTemplate', 'previewTemplate']
const OF_OWN_DISTRICT: readonly RouteName[] = [
  'readRecord',
  'listReminders',
  'countEntitlements',
  'listEntitlements',
  'exportEntitlements',
  'previewParties',
  'importParties',
  ...OF_OWN_OFFICE,
]
const isAnswered = (name: RouteName, reply: Reply) =>
  OF_NOBODY.includes(name) ? reply.status === 404 : !isDenied(reply)

/** 三员: who manages people or rights has no case to look at. */
const SEES_NO_CASES = ['system administrator', 'security administrator']
/** The desks of the city, which put panels together. */
const SEES_PANELS = [
  ...['city handler', 'city decider', 'auditor', 'pack editor', 'substitute', 'meeting member'],
] as readonly string[]
/** A list is open to whoever may have rows in it. */
const signedIn = ['listCases', 'exportCases'] as const

/** Things of one person: to others with the same right they are not there. */
const THEIRS_ALONE: Partial<Record<RouteName, (person: PersonActor | null) => boolean>> = {
  endOwnSession: (person) => person?.person === zone.own.person,
  arrangeSubstitute: (person) =>
    grantsRights(person) || person?.person === zone.people['city handler'].person,
  // And whoever is away, who is not among the walkers.
  endSubstitution: (person) => grantsRights(person),
}
const grantsRights = (person: PersonActor | null) =>
  person?.posts.some(({ duties }) => duties.includes('grant')) ?? false

function plainLies(person: PersonActor | null, name: RouteName): Lies {
  const ofOwn = OF_OWN_DISTRICT.includes(name) ? person?.posts[0]?.district : null
  const district = name === 'enterParty' ? DISTRICT : ofOwn
  const own = OF_OWN_OFFICE.includes(name) ? person?.posts.map((post) => post.officeKey) : null
  const [party] = name === 'withdrawInvitation' ? zone.own.parties : []
  const offices = own ?? OFFICES_OF_PLAIN[name] ?? []
  // The one consultation is the bureau's.
  const holders = ['city-bureau']
  return { offices, holders, ...(district && { district }), ...(party && { party }) }
}

describe.each(KINDS)('every other address, asked by: %s', (kind) => {
  const names = Object.keys(plainSamples) as (keyof typeof plainSamples)[]
  it.each(names.filter((name) => name !== 'signIn'))(
    '%s answers as the matrix says',
    async (name) => {
      const { person } = walker(kind)
      // Signing out ends the session it is asked with.
      const { browser } = name === 'signOut' && person ? await walk.again(kind) : walker(kind)
      const route: Route = routes[name]
      const sample = plainSamples[name](zone)
      if (!sample) throw new Error(`${name} has no sample`)
      const { rule } = lineOf(name)
      const isOpenList = person !== null && !SEES_NO_CASES.includes(kind)
      const isRuled = grants(rule, person, plainLies(person, name))
      const isListed = signedIn.some((one) => one === name) ? isOpenList : isRuled
      const isGranted = isListed && (THEIRS_ALONE[name]?.(person) ?? true)
      const reply = await ask(browser, route, sample)
      expect(reply.status, reply.text).toBeLessThan(500)
      expect(isAnswered(name, reply), `${reply.status} ${reply.text.slice(0, 300)}`).toBe(isGranted)
      if (!isGranted) expect(zone.cases.flatMap((about) => leaks(reply, about))).toEqual([])
    },
  )
})

function samplesOf(name: RouteName): NonNullable<Sample>[] {
  const plain = plainSamples[name as keyof typeof plainSamples]?.(zone)
  if (plain) return [plain]
  const about = caseSamples[name as CaseRoute]
  return about ? zone.cases.flatMap((one) => about(one, zone) ?? []) : []
}

describe('lists', () => {
  it.each(KINDS.filter((kind) => ![...SEES_NO_CASES, 'visitor', 'of another zone'].includes(kind)))(
    'cases listed for: %s are those they may read, and no other',
    async (kind) => {
      const { person, browser } = walker(kind)
      const readable = zone.cases.filter((about) => isGranted(person, 'viewCase', about))
      const page = CasePage.parse((await browser.send('GET', '/api/cases')).body)
      expect(page.rows.map(({ id }) => id).sort()).toEqual(readable.map(({ id }) => id).sort())
      const counted = Object.values(page.counts).reduce((sum, count) => sum + count, 0)
      expect(counted).toBe(readable.length)
    },
  )

  it('a notice names nobody that is not on it, and no objector', async () => {
    const { text } = await site.visitor.send('GET', '/api/notices')
    const named = zone.cases.filter(({ party }) => text.includes(party.name)).map(({ at }) => at)
    expect(named.sort()).toEqual(['certified', 'decided', 'publicised', 'revoked'])
    expect(text).not.toContain('热心群众')
    expect(text).not.toContain('13900000000')
  })

  it('the applicant reads what was objected, and not by whom', async () => {
    const about = zone.cases.find(({ at }) => at === 'publicised')
    const { text } = await walker('applicant, own').browser.send('GET', `/api/cases/${about?.id}`)
    expect(text).not.toContain('热心群众')
    expect(text).not.toContain('13900000000')
  })

  it('the auditor of a district reads the record of its own cases, and in it no name of an expert', async () => {
    const record = async (kind: string) =>
      (await walker(kind).browser.send('GET', '/api/record')).body as {
        entries: { subject: { kind: string; id: string } }[]
      }
    const own = await record('district auditor, right')
    const about = own.entries.filter(({ subject }) => subject.kind === 'case')
    const ids = zone.cases.filter(({ isDraft }) => !isDraft).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(about.map(({ subject }) => subject.id)))
    expect(about.length).toBeGreaterThan(0)
    expect(JSON.stringify(own)).not.toMatch(/专家[甲乙丙丁]/)
    const other = await record('district auditor, other')
    expect(other.entries.filter(({ subject }) => subject.kind === 'case')).toEqual([])
  })

  it.each(KINDS.filter((kind) => !SEES_PANELS.includes(kind)))(
    'nothing that %s may read tells who reviews whom',
    async (kind) => {
      const { person, browser } = walker(kind)
      const others = zone.experts.filter((one) => one.person !== person?.person)
      const told = new Set<string>()
      const reads = Object.entries(routes).filter(([, route]) => route.method === 'GET')
      for (const [name, route] of reads) {
        for (const sample of samplesOf(name as RouteName)) {
          const { text } = await ask(browser, route, sample)
          const found = others.filter((one) => text.includes(one.name) || text.includes(one.person))
          if (found.length > 0) told.add(name)
        }
      }
      // The seeded people of a demo are shown at its door; who among them reviews what is not.
      told.delete('listDemoPeople')
      // Who manages people or rights sees that they exist, and no case they could be tied to.
      if (SEES_NO_CASES.includes(kind)) told.delete('listPeople')
      expect([...told]).toEqual([])
    },
    60_000,
  )

  it('the applicant reads no name of an expert', async () => {
    const about = zone.cases.find(({ at }) => at === 'certified')
    const { text } = await walker('applicant, own').browser.send('GET', `/api/cases/${about?.id}`)
    expect(text).not.toMatch(/专家[甲乙丙丁]/)
  })
})

/** Ends what the delegate may do until now, and gives it another writing or none. */
async function insteadOfTheMandate(districts: readonly string[] | null): Promise<void> {
  const administrator = zone.people['security administrator']
  await zone.zone.writing(administrator, async (tx) => {
    const live = (await rightsDesk.listMandates(tx)).filter(({ endedOn }) => endedOn === null)
    for (const { id } of live) await rightsDesk.endMandate(tx, { id, reason: '委托终止。' })
    if (districts) await mandateTo(tx, zone.federation, districts)
  })
}

describe('a delegate whose mandate', () => {
  const acted = async () => {
    const about = zone.cases.find(({ at }) => at === 'reviewed')
    const sample = about && caseSamples.deliberate(about, zone)
    if (!sample) throw new Error('nothing to deliberate')
    const { browser } = walker('delegate, live mandate')
    return (await ask(browser, routes.deliberate, sample)).status
  }

  it('is live, deliberates; has ended, or is for another district, does not', async () => {
    expect(await acted()).toBe(200)
    await insteadOfTheMandate(null)
    expect(await acted()).toBe(403)
    await insteadOfTheMandate(['650102'])
    expect(await acted()).toBe(403)
  })
})

describe('all that was answered', () => {
  it('has the status, the media type and the content that openapi.json describes', () => {
    expect(walk.differences()).toEqual([])
  })
})
