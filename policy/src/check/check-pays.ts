import type { PaysText, ServiceText } from '../syntax/pack-shapes.ts'
import { add, compareRationals, type Rational, ratio } from '../values/rational.ts'
import { type Place, typedHere } from './formula-here.ts'
import { type Known, mustBeAnArticle, mustBeKnown } from './known.ts'
import { payableOf } from './payable.ts'

/** Money has an amount in money, an end, a payer for every share, and never pays twice for one thing. */
export function checkPays(known: Known, service: ServiceText): void {
  const { pays, at, cite } = service
  if (service.kind === 'reward' && !pays) {
    known.complaints.add({
      at,
      cite,
      code: 'reward.pays-nothing',
      zh: `奖励 ${service.service} 没有写明付多少（pays）`,
      en: `the reward ${service.service} does not say what it pays (pays)`,
    })
  }
  if (!pays) return
  mustBeAnArticle(known, pays.cite, pays.at)
  checkAmount(known, pays)
  const place: Place = { scope: known.scope, cite: pays.cite, complaints: known.complaints }
  if (known.values.has(pays.amount)) payableOf(service, place)
  checkShares(known, pays, place)
  checkGroup(known, service, pays)
  const others = known.source.services.map(({ service: name }) => name)
  for (const name of [...(pays['top-up'] ?? []), ...(pays.excludes ?? [])])
    mustBeKnown(known, {
      name,
      among: others,
      at: pays.at,
      cite: pays.cite,
      of: { zh: '服务', en: 'service' },
    })
  if (service.kind === 'reward' && !pays['fair-review'])
    known.complaints.add({
      at: pays.at,
      cite: pays.cite,
      level: 'warning',
      code: 'reward.fair-review',
      zh: '奖励应附公平竞争审查记录和截止日期（fair-review）',
      en: 'a reward carries its fair-competition review and an end date (fair-review)',
    })
}

/** Those of which one is paid exclude one another all: else the highest would not be one. */
function checkGroup(
  known: Known,
  { service }: ServiceText,
  { at, cite, excludes }: PaysText,
): void {
  const paid = new Map(known.source.services.map((one) => [one.service, one.pays]))
  const apart = (a: string, b: string) =>
    paid.get(a)?.excludes?.includes(b) || paid.get(b)?.excludes?.includes(a)
  for (const name of excludes ?? []) {
    const pays = paid.get(name)
    if (name === service || (paid.has(name) && !pays)) {
      known.complaints.add({
        ...{ at, cite, code: 'pays.excludes-nothing' },
        zh: `${name} 不是另一项付款的服务，谈不上只付一项`,
        en: `${name} is no other service that pays, so there is nothing to exclude`,
      })
      continue
    }
    const beyond = [...paid.keys()].find(
      (third) =>
        third !== service && third !== name && apart(name, third) && !apart(service, third),
    )
    if (pays && beyond)
      known.complaints.add({
        ...{ at, cite, code: 'pays.excludes-part' },
        zh: `${service} 与 ${name} 只付一项，${name} 与 ${beyond} 只付一项：请写明 ${service} 与 ${beyond} 是否也只付一项（excludes 应写全组）`,
        en: `${service} and ${name} exclude one another, so do ${name} and ${beyond}: write the whole group in excludes, ${service} and ${beyond} too`,
      })
  }
}

function checkAmount(known: Known, pays: PaysText): void {
  const { at, cite } = pays
  const values = known.source.values.map(({ value }) => value)
  if (!mustBeKnown(known, { name: pays.amount, among: values, at, cite, of: VALUE })) return
  const amount = known.values.get(pays.amount)
  if (amount && amount.type !== 'amount')
    known.complaints.add({
      at,
      cite,
      code: 'pays.not-money',
      zh: `${amount.title.zh}不是金额`,
      en: `${amount.title.en} is no amount of money`,
    })
}

const VALUE = { zh: '数值', en: 'value' } as const

/** Shares of the levels of government are plain percentages that add up to 100%. */
function checkShares(known: Known, pays: PaysText, place: Place): void {
  const shares = sharesOf(pays, place)
  for (const { by, at } of pays.split ?? [])
    mustBeKnown(known, {
      name: by,
      among: known.offices,
      at,
      cite: pays.cite,
      of: { zh: '机构', en: 'office' },
    })
  if (shares.length === 0 || shares.includes(null)) return
  const sum = shares.flatMap((one) => (one ? [one.share] : [])).reduce(add, ratio(0n, 1n))
  if (compareRationals(sum, ratio(1n, 1n)) !== 0)
    known.complaints.add({
      at: pays.at,
      cite: pays.cite,
      code: 'pays.shares',
      zh: '各级分担的比例相加应为100%',
      en: 'the shares must add up to 100%',
    })
}

/** Who bears which share; null where a share is no plain number. */
export function sharesOf(
  pays: PaysText,
  place: Place,
): readonly ({ readonly by: string; readonly share: Rational } | null)[] {
  return (pays.split ?? []).map(({ by, share }) => {
    const typed = typedHere(share, place)
    const value = typed?.expression.kind === 'literal' ? typed.expression.value : null
    if (value?.kind === 'quantity') return { by, share: value.amount }
    if (typed)
      place.complaints.add({
        at: share.at,
        cite: place.cite,
        code: 'pays.shares',
        zh: '分担比例应为具体的百分数',
        en: 'a share must be a plain percentage',
      })
    return null
  })
}
