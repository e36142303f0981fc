import { sharesOf } from '../check/check-pays.ts'
import type { Known } from '../check/known.ts'
import { payableName } from '../check/payable.ts'
import { plain } from '../check/words.ts'
import type { Citation } from '../program/citation.ts'
import type { Grant, Lasts, Limit, Pays, Service } from '../program/service.ts'
import type { LimitText, PaysText, ServiceText, StepLimitText } from '../syntax/pack-shapes.ts'

/** A checked service as the program holds it. */
export function compileService(text: ServiceText, known: Known): Service {
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
      within: step.within ? stepLimitOf(step.within) : null,
      window: step.window ? stepLimitOf(step.window) : null,
      judges: step.judges ?? [],
      experts: step.experts ?? 0,
      ...(step.review === 'blind' && { review: 'blind' as const }),
    })),
    grants: text.grants ? grantOf(text.grants) : null,
    pays: text.pays ? paysOf(text, text.pays, known) : null,
  }
}

type GrantText = NonNullable<ServiceText['grants']>

function grantOf(text: GrantText): Grant {
  const { title, cite } = text
  return {
    title: plain(title),
    numberPrefix: text['number-prefix'],
    cite: cite as Citation,
    ...(text.lasts && { lasts: lastsOf(text.lasts) }),
  }
}

function lastsOf(text: NonNullable<GrantText['lasts']>): Lasts {
  const [month = 12, day = 31] = (text.until ?? '').split('-').map(Number)
  return {
    cite: text.cite as Citation,
    end:
      text.until === undefined
        ? { kind: 'after', length: text.length ?? 0, unit: text.unit ?? 'years' }
        : { kind: 'on', month, day, years: text['years-later'] ?? 0 },
    again: text.again ? limitOf(text.again) : null,
    fact: text.fact ?? null,
  }
}

function paysOf(service: ServiceText, pays: PaysText, known: Known): Pays {
  const place = { scope: known.scope, cite: pays.cite, complaints: known.complaints }
  const review = pays['fair-review']
  return {
    cite: pays.cite as Citation,
    amount: pays.amount,
    payable: payableName(service.service),
    split: sharesOf(pays, place).flatMap((one) => (one ? [one] : [])),
    excludes: pays.excludes ?? [],
    fairReview: review
      ? { by: plain(review.by), on: review.on ?? null, until: review.until }
      : null,
  }
}

export function limitOf({ length, unit, basis, assumed }: Omit<LimitText, 'at'>): Limit {
  return { length, unit, basis: plain(basis), assumed: assumed ?? false }
}

function stepLimitOf(text: Omit<StepLimitText, 'at'>): Limit {
  const { deemed, since } = text
  return {
    ...limitOf(text),
    ...(deemed && { deemed }),
    ...(since && { since }),
    ...(text['not-counted'] && { notCounted: text['not-counted'] }),
  }
}
