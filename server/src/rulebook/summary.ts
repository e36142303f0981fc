import type { Program } from '@banfa/policy/run'
import type { Day } from '../kernel/index.ts'
import { inForceOn } from './in-force.ts'
import type { MeasureSummary } from './measure.ts'
import type { InstalledVersion, Made } from './rulebook-store.ts'

/** The version a page shows unasked: the one in force, else the newest installed. */
export function shownVersion(
  versions: readonly InstalledVersion[],
  acts: readonly Made[],
  on: Day,
): InstalledVersion | undefined {
  const act = inForceOn(acts, on)
  return versions.find((one) => one.version === act?.version) ?? versions[0]
}

export function summarise(program: Program, acts: readonly Made[], on: Day): MeasureSummary {
  const act = inForceOn(acts, on)
  const issuer = program.offices[program.issuer]
  return {
    pack: program.pack,
    version: program.version,
    digest: program.digest,
    title: program.title,
    issuer: issuer?.title ?? { zh: program.issuer, en: program.issuer },
    state: program.state,
    inForce: act && act.version === program.version ? { from: act.from, until: act.until } : null,
    articles: program.articles.length,
    executable: program.articles.filter((one) => one.mark === 'executable').length,
    services: Object.values(program.services).map(({ name, title, cite }) => ({
      name,
      title,
      cite,
    })),
  }
}
