import { restsOn } from '../evaluate/facts-of.ts'
import { type Act, NEXT, type Stage } from '../procedure/acts.ts'
import { after, type Position as Place } from '../procedure/fold.ts'
import type { ConditionText } from '../syntax/condition-shape.ts'
import type { ServiceText } from '../syntax/pack-shapes.ts'
import type { Tests } from './check-meaning.ts'
import { checkPays } from './check-pays.ts'
import { checkBlind, checkReview } from './check-review.ts'
import { checkTimes } from './check-times.ts'
import { below, type Known, mustBeAnArticle, mustBeKnown } from './known.ts'

/** Acts that may happen beside the straight line of a route. */
const BESIDE: readonly Act[] = [
  'withdraw',
  'return',
  'assign',
  'judge',
  'object',
  'answer-objection',
  'refuse',
  'revoke',
]

export function checkServices(known: Known, tests: Tests): void {
  for (const service of known.source.services) {
    const { at, cite } = service
    mustBeAnArticle(known, cite, at)
    if (service.grants) checkGrants(known, service.grants)
    checkPays(known, service)
    mustBeKnown(known, {
      name: service.needs,
      among: known.conditions.keys(),
      at,
      cite,
      of: { zh: '条件', en: 'condition' },
    })
    for (const paper of service.papers) mustBeAnArticle(known, paper.cite, paper.at)
    checkRoute(known, service)
    checkTimes(known, service)
    checkReview(known, service)
    checkBlind(known, service)
    checkJudges(known, tests, service)
    checkPapers(known, service)
  }
}

/** What is granted cites its article; its end is told in one way, and kept under a day fact. */
function checkGrants(known: Known, grants: NonNullable<ServiceText['grants']>): void {
  mustBeAnArticle(known, grants.cite, grants.at)
  const { lasts } = grants
  if (!lasts) return
  const { at, cite } = lasts
  mustBeAnArticle(known, cite, at)
  const byLength = lasts.length !== undefined && lasts.unit !== undefined && lasts.length > 0
  if (byLength === (lasts.until !== undefined))
    known.complaints.add({
      at,
      cite,
      code: 'grants.end',
      zh: '有效期写成 length 和 unit，或者写成 until（和 years-later），二者取一',
      en: 'write the term as length and unit, or as until (and years-later): one of the two',
    })
  if (lasts.fact === undefined) return
  const named = { name: lasts.fact, among: known.facts.keys(), at, cite }
  const there = mustBeKnown(known, { ...named, of: { zh: '事实', en: 'fact' } })
  if (there && known.facts.get(lasts.fact)?.type !== 'day')
    known.complaints.add({
      at,
      cite,
      code: 'grants.fact',
      zh: `${lasts.fact} 不是日期，不能记有效期的最后一天`,
      en: `${lasts.fact} is no day and cannot keep the last day of the term`,
    })
}

/** A recognition goes all the way; a reward or an entry may be matched before its route is written. */
function checkRoute(known: Known, service: ServiceText): void {
  if (service.route.length === 0 && service.kind !== 'recognition') return
  if (!service.grants)
    known.complaints.add({
      at: service.at,
      cite: service.cite,
      code: 'service.grants-nothing',
      zh: `${service.service} 走到发证，却没有写明授予什么（grants）`,
      en: `${service.service} certifies but does not say what it grants (grants)`,
    })
  let place: Place = { stage: 'draft', openObjections: 0 }
  for (const step of service.route) {
    mustBeAnArticle(known, step.cite, step.at)
    mustBeKnown(known, {
      name: step.by,
      among: [...known.offices, 'applicant', 'public'],
      at: step.at,
      cite: step.cite,
      of: { zh: '机构', en: 'office' },
    })
    if (BESIDE.includes(step.act)) continue
    const allowed: readonly Act[] = NEXT[place.stage as Stage]
    if (!allowed.includes(step.act)) {
      known.complaints.add({
        at: step.at,
        cite: step.cite,
        code: 'route.order',
        zh: `${place.stage} 之后不能是 ${step.act}`,
        en: `${step.act} cannot follow the stage ${place.stage}`,
        suggestion: { zh: `可以是：${allowed.join('、')}`, en: `possible: ${allowed.join(', ')}` },
      })
    }
    place = after(place, step)
  }
  checkObjections(known, service)
  if (place.stage !== 'certified') {
    known.complaints.add({
      at: service.at,
      cite: service.cite,
      code: 'route.unfinished',
      zh: `路径停在 ${place.stage}，没有走到发证（certify）`,
      en: `the route ends at ${place.stage} and never reaches certify`,
    })
  }
}

/** An objection that nobody answers would hold its case for ever; one nobody may raise is never answered. */
function checkObjections(known: Known, service: ServiceText): void {
  const stepOf = (act: Act) => service.route.find((step) => step.act === act)
  const [raised, answered] = [stepOf('object'), stepOf('answer-objection')]
  const alone = raised ?? answered
  if (!alone || (raised && answered)) return
  const [has, wants] = raised ? ['object', 'answer-objection'] : ['answer-objection', 'object']
  known.complaints.add({
    at: alone.at,
    cite: alone.cite,
    code: 'route.objections',
    zh: `路径有 ${has}，却没有 ${wants}`,
    en: `the route has ${has} but no ${wants}`,
    suggestion: {
      zh: '异议由 object 提出，由 answer-objection 答复，两步都要写',
      en: 'an objection is raised by object and answered by answer-objection: write both steps',
    },
  })
}

function checkJudges(known: Known, tests: Tests, service: ServiceText): void {
  if (service.route.length === 0) return
  const needed = judgedIn(known, tests, service)
  const asked = new Set<string>()
  for (const step of service.route) {
    for (const name of step.judges ?? []) {
      asked.add(name)
      mustBeKnown(known, {
        name,
        among: needed,
        at: step.at,
        cite: step.cite,
        of: { zh: '评判条件或打分', en: 'judged condition or score of this service' },
      })
    }
  }
  for (const name of needed) {
    if (asked.has(name)) continue
    const condition =
      known.conditions.get(name) ?? known.source.values.find(({ value }) => value === name)
    known.complaints.add({
      at: condition?.at ?? service.at,
      cite: condition?.cite,
      code: 'judged.by-nobody',
      zh: `评判条件或打分 ${name} 在 ${service.service} 的路径里没有人评判`,
      en: `no step of ${service.service} judges ${name}`,
      suggestion: { zh: '在某一步的 judges 中列出', en: 'list it under judges of a step' },
    })
  }
}

/** Judged conditions and scores behind a service: what persons answer in its cases. */
function judgedIn(known: Known, tests: Tests, service: ServiceText): readonly string[] {
  const root = known.conditions.get(service.needs)
  const under = root ? below(root) : []
  const formulas = under.flatMap(({ condition }) => tests.get(condition) ?? [])
  const paid = service.pays ? [{ kind: 'value' as const, name: service.pays.amount }] : []
  const values = Object.fromEntries(known.values)
  const { scores } = restsOn({ kind: 'and', of: [...formulas, ...paid] }, values)
  const judged = under.filter(({ body }) => body.kind === 'judged')
  return [...judged.map(({ condition }) => condition), ...scores]
}

function checkPapers(known: Known, service: ServiceText): void {
  const has = new Set(service.papers.map(({ paper }) => paper))
  const root = known.conditions.get(service.needs)
  const wanted = (root ? below(root) : []).flatMap((condition) =>
    papersOf(condition).map((name) => ({ name, condition })),
  )
  for (const { name, condition } of wanted.filter((one) => !has.has(one.name))) {
    known.complaints.add({
      at: condition.at,
      cite: condition.cite,
      code: 'paper.not-asked',
      zh: `${service.service} 没有要求材料 ${name}`,
      en: `${service.service} does not ask for the paper ${name}`,
    })
  }
}

function papersOf({ body }: ConditionText): readonly string[] {
  if (body.kind === 'evidenced') return [body.paper]
  return body.kind === 'judged' ? body.looksAt : []
}
