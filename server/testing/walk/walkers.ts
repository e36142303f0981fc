import type { PersonActor } from '../../src/kernel/index.ts'
import { type Browser, openSite, type Site } from '../browser.ts'
import { holdToDescription } from '../described.ts'
import { openWalkedZone, rollingBack, type WalkedZone } from './zone.ts'

/** Everybody who walks every route. */
export const KINDS = [
  'visitor',
  'applicant, own',
  'applicant, other',
  'district, right',
  'district, other',
  'district auditor, right',
  'district auditor, other',
  'city handler',
  'city decider',
  'delegate, live mandate',
  'expert assigned',
  'expert not assigned',
  'auditor',
  'system administrator',
  'security administrator',
  'viewer of the own',
  'of another zone',
  'functional zone',
  'pack editor',
  'substitute',
  'meeting member',
  'of two organisations',
] as const
type Kind = (typeof KINDS)[number]

type Walker = {
  readonly kind: string
  /** Null: to this zone a visitor. */
  readonly person: PersonActor | null
  readonly browser: Browser
}

export type Walk = {
  readonly zone: WalkedZone
  readonly site: Site
  walker(kind: string): Walker
  /** The same person by another sign-in. */
  again(kind: Kind): Promise<Walker>
  /** In what the answers so far differ from openapi.json. */
  differences(): readonly string[]
}

/** The walked zone behind HTTP, where every act leaves nothing behind, and everybody signed in to it. */
export async function openWalk(): Promise<Walk> {
  const zone = await openWalkedZone({ isDemo: true })
  const site = await openSite(zone.zone, { kernel: rollingBack(zone.zone.kernel), demo: true })
  const differences = await holdToDescription(site.app)
  const walkers = new Map<string, Walker>()
  const again = (kind: Kind) => walkerOf({ zone, site }, kind)
  for (const kind of KINDS) walkers.set(kind, await again(kind))
  const walker = (kind: string) => {
    const found = walkers.get(kind)
    if (!found) throw new Error(`nobody is ${kind}`)
    return found
  }
  return { zone, site, walker, again, differences }
}

async function walkerOf({ zone, site }: Pick<Walk, 'zone' | 'site'>, kind: Kind): Promise<Walker> {
  const who = zone.people[kind]
  if (who === null) return { kind, person: null, browser: site.visitor }
  if ('zone' in who) {
    const elsewhere = await openSite(who.zone)
    const cookie = await elsewhere.cookieOf(who.person)
    return { kind, person: null, browser: site.withCookie(cookie) }
  }
  return { kind, person: who, browser: await site.signedIn(who) }
}
