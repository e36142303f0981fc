import type { QuotaText, RankingText, SeatsText } from '../syntax/ranking-shape.ts'
import { compareRationals, ratio } from '../values/rational.ts'
import { measured } from '../values/unit.ts'
import { type Known, mustBeAnArticle, mustBeKnown, mustBeOnce } from './known.ts'
import { mustMeasure, type Where } from './must-measure.ts'

const VALUE = { zh: '数值', en: 'value' } as const
const CONDITION = { zh: '条件', en: 'condition' } as const
const GRADE = { zh: '等次', en: 'grade of this ranking' } as const

/** A ranking names values, conditions and grades there are; seats are told in one way. */
export function checkRanking(known: Known, ranking: RankingText): void {
  const { at, cite, grades, ceilings = [], quotas } = ranking
  const names = grades.map(({ grade }) => grade)
  for (const name of [ranking.by, ...(ranking['then-by'] ?? [])])
    mustBeKnown(known, { name, among: known.values.keys(), at, cite, of: VALUE })
  mustRank(known, ranking)
  mustBeOnce(
    known,
    grades.map((grade) => ({ name: grade.grade, at: grade.at })),
  )
  for (const { 'at-least': least, top, at: place } of grades) {
    mustMeasure(known, least?.formula, { at: place, cite })
    if (top) checkSeats(known, top, { at: top.at, cite })
  }
  for (const { when, grade, at: place } of ceilings) {
    mustBeKnown(known, {
      name: when,
      among: known.conditions.keys(),
      at: place,
      cite,
      of: CONDITION,
    })
    mustBeKnown(known, { name: grade, among: names, at: place, cite, of: GRADE })
  }
  const services = known.source.services.map(({ service }) => service)
  for (const name of ranking.services ?? [])
    mustBeKnown(known, { name, among: services, at, cite, of: { zh: '服务', en: 'service' } })
  if (quotas) checkQuotas(known, quotas, { names, cite })
}

/** Only a number puts anybody before anybody. */
function mustRank(known: Known, { by, 'then-by': thenBy = [], at, cite }: RankingText): void {
  for (const name of [by, ...thenBy]) {
    if ((known.values.get(name)?.options.length ?? 0) === 0) continue
    known.complaints.add({
      at,
      cite,
      code: 'ranking.by',
      zh: `${name} 给出的是选项，不能排名；应按数值排名`,
      en: `${name} gives an option and ranks nobody; rank by a number`,
    })
  }
}

type QuotasText = NonNullable<RankingText['quotas']>

function checkQuotas(
  known: Known,
  { least, of, at }: QuotasText,
  { names, cite }: { readonly names: readonly string[]; readonly cite: string },
): void {
  if (least !== undefined) mustBeKnown(known, { name: least, among: names, at, cite, of: GRADE })
  mustBeOnce(
    known,
    of.map((one) => ({ name: one.quota, at: one.at })),
  )
  for (const one of of) {
    mustBeAnArticle(known, one.cite, one.at)
    checkSeats(known, one, { at: one.at, cite: one.cite })
    checkWithin(known, one)
  }
}

/** A quota counts by the district of filing or by a choice; `only` is one of that choice's options. */
function checkWithin(known: Known, { within, only, at, cite }: QuotaText): void {
  if (within === undefined) {
    if (only !== undefined) complain(known, { at, cite }, ONLY)
    return
  }
  if (within === 'district') return
  const of = { zh: '事实', en: 'fact' }
  if (!mustBeKnown(known, { name: within, among: known.facts.keys(), at, cite, of })) return
  const fact = known.facts.get(within)
  if (fact?.type !== 'choice') {
    complain(known, { at, cite }, NO_CHOICE)
    return
  }
  if (only === undefined) return
  const among = fact.options.map(({ value }) => value)
  mustBeKnown(known, { name: only, among, at, cite, of: { zh: '选项', en: 'option' } })
}

function checkSeats(known: Known, { places, share, round }: SeatsText, where: Where): void {
  mustMeasure(known, share?.formula, where)
  const byShare = share !== undefined && round !== undefined
  const byPlaces = places !== undefined && share === undefined && round === undefined
  if (byPlaces ? places === 0 : !byShare || places !== undefined) complain(known, where, EITHER)
  const part = share && measured(share.formula)?.amount
  const whole = ratio(1n, 1n)
  if (part && (part.over.startsWith('-') || part.over === '0' || compareRationals(part, whole) > 0))
    complain(known, where, PART)
}

type Fault = { readonly code: string; readonly zh: string; readonly en: string }

function complain(known: Known, where: Where, fault: Fault): void {
  known.complaints.add({ ...where, ...fault })
}

const EITHER: Fault = {
  code: 'ranking.seats',
  zh: '名额写成 places（至少1个），或者写成 share 和 round，二者取一',
  en: 'write the seats as places (one at least), or as share and round: one of the two',
}
const PART: Fault = {
  code: 'ranking.share',
  zh: '比例应大于0，不超过100%',
  en: 'a share of the field is above 0 and at most 100%',
}
const ONLY: Fault = {
  code: 'ranking.within',
  zh: 'only 要说明是哪个事实的选项：补上 within',
  en: 'only names an option: say of which fact, under within',
}
const NO_CHOICE: Fault = {
  code: 'ranking.within',
  zh: '分名额要按 district（申报的区县）或单选（choice）的事实',
  en: 'quotas are counted by district (where it was filed) or by a fact of the type choice',
}
