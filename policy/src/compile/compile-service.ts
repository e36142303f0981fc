import { plain } from '../check/known.ts'
import type { Citation } from '../program/citation.ts'
import type { Limit, Service } from '../program/service.ts'
import type { LimitText, ServiceText } from '../syntax/pack-shapes.ts'

/** A checked service as the program holds it. */
export function compileService(text: ServiceText): Service {
  return {
    name: text.service,
    title: plain(text.title),
    cite: text.cite as Citation,
    kind: text.kind,
    needs: text.needs,
    applicants: text.applicants,
    joint: text.joint,
    papers: text.papers.map((paper) => ({
      name: paper.paper,
      title: plain(paper.title),
      cite: paper.cite as Citation,
      kinds: paper.kinds,
      required: paper.required,
      help: paper.help ? plain(paper.help) : null,
    })),
    route: text.route.map((step) => ({
      act: step.act,
      by: step.by,
      cite: step.cite as Citation,
      title: plain(step.title),
      within: step.within ? limitOf(step.within) : null,
      window: step.window ? limitOf(step.window) : null,
      judges: step.judges ?? [],
      experts: step.experts ?? 0,
    })),
    grants: {
      title: plain(text.grants.title),
      numberPrefix: text.grants['number-prefix'],
      cite: text.grants.cite as Citation,
    },
    pays: null,
  }
}

export function limitOf({ length, unit, basis, assumed }: Omit<LimitText, 'at'>): Limit {
  return { length, unit, basis: plain(basis), assumed: assumed ?? false }
}
