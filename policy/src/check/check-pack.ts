import type { FactText } from '../syntax/pack-shapes.ts'
import { dimensionOf } from '../values/supplied.ts'
import { UNITS } from '../values/unit.ts'
import { checkRanking } from './check-ranking.ts'
import { checkValues } from './check-values.ts'
import { type Known, mustBeAnArticle, mustBeKnown, mustBeOnce } from './known.ts'
import { mustMeasure } from './must-measure.ts'

const OFFICE = { zh: '机构', en: 'office' } as const

export function checkPack(known: Known): void {
  checkVocabulary(known)
  checkValues(known)
  checkNames(known)
  checkGist(known)
  checkDeclarations(known)
  checkNumbers(known)
  checkInterpretations(known)
}

function checkVocabulary(known: Known): void {
  for (const [name, text] of Object.entries(known.source.vocabulary)) {
    checkUnit(known, name, text)
    checkOptions(known, name, text)
  }
}

function checkUnit(known: Known, name: string, { unit, type, at }: FactText): void {
  if (unit === undefined || UNITS.get(unit)?.dimension === dimensionOf(type)) return
  known.complaints.add({
    at,
    code: 'vocabulary.unit',
    zh: `${name} 的单位 ${unit} 与类型 ${type} 不符`,
    en: `the unit ${unit} of ${name} does not fit the type ${type}`,
  })
}

function checkOptions(known: Known, name: string, { options, type, at }: FactText): void {
  const wanted = type === 'choice' || type === 'choices'
  if (wanted === (options !== undefined)) return
  known.complaints.add({
    at,
    code: 'vocabulary.options',
    zh: `${name}：${wanted ? '缺少' : '不应有'}选项（options）`,
    en: `${name}: options ${wanted ? 'are missing' : 'do not belong here'}`,
  })
}

/** Facts, papers and conditions share one name space: supplied values are given by name alone. */
function checkNames(known: Known): void {
  const { source } = known
  const papers = source.services.flatMap(({ papers: list }) => list)
  mustBeOnce(known, [
    ...Object.entries(source.vocabulary).map(([name, { at }]) => ({ name, at })),
    ...Object.entries(source.records).map(([name, { at }]) => ({ name, at })),
    ...source.values.map(({ value, at }) => ({ name: value, at })),
    ...source.conditions.flatMap((root) => flat(root)),
    ...[...new Map(papers.map((paper) => [paper.paper, paper])).values()].map(({ paper, at }) => ({
      name: paper,
      at,
    })),
  ])
  mustBeOnce(
    known,
    source.services.map(({ service, at }) => ({ name: service, at })),
  )
  for (const service of source.services) {
    mustBeOnce(
      known,
      service.papers.map(({ paper, at }) => ({ name: paper, at })),
    )
  }
}

type Root = Known['source']['conditions'][number]

function flat(root: Root): readonly { name: string; at: Root['at'] }[] {
  const members = 'of' in root.body ? root.body.of : []
  return [{ name: root.condition, at: root.at }, ...members.flatMap(flat)]
}

function checkGist(known: Known): void {
  const articles = known.source.gist?.articles ?? []
  mustBeOnce(
    known,
    articles.map(({ article, at }) => ({ name: article, at })),
  )
  for (const article of articles) {
    const { at, article: cite } = article
    for (const name of article['carried-by']) {
      mustBeKnown(known, {
        name,
        among: known.carriers,
        at,
        cite,
        of: { zh: '条件、服务或声明', en: 'condition, service or declaration' },
      })
    }
    if (article.mark === 'executable' && article['carried-by'].length === 0) {
      known.complaints.add({
        at,
        cite,
        code: 'gist.not-carried',
        zh: `${cite}标为可执行，却没有说由什么执行（carried-by）`,
        en: `${cite} is marked executable but nothing carries it out (carried-by)`,
      })
    }
  }
}

function checkDeclarations(known: Known): void {
  const { pack } = known.source
  if (!pack) return
  mustBeKnown(known, { name: pack.issuer, among: known.offices, at: pack.at, of: OFFICE })
  mustBeAnArticle(known, pack.validity.cite, pack.validity.at)
  const { delegations = [], duties = [], sanctions = [], interpretations = [] } = pack
  const { transitional = [], rankings = [], targets = [], actions = [] } = pack
  const declared = [
    ...[...delegations, ...duties, ...sanctions, ...interpretations],
    ...[...transitional, ...rankings, ...targets, ...actions],
  ]
  mustBeOnce(
    known,
    declared.map(({ name, at }) => ({ name, at })),
  )
  for (const { cite, at } of declared) mustBeAnArticle(known, cite, at)
  const named = [
    ...delegations.flatMap((one) => [one.from, one.to].map((name) => ({ ...one, name }))),
    ...duties.filter(({ of }) => of !== 'recognised').map((one) => ({ ...one, name: one.of })),
    ...actions.flatMap((one) => one.offices.map((name) => ({ ...one, name }))),
  ]
  for (const { name, at, cite } of named) {
    mustBeKnown(known, { name, among: known.offices, at, cite, of: OFFICE })
  }
}

/** Rankings go by values there are, targets carry a unit that is known, bars name services. */
function checkNumbers(known: Known): void {
  const { rankings = [], targets = [], sanctions = [] } = known.source.pack ?? {}
  for (const ranking of rankings) checkRanking(known, ranking)
  for (const { 'at-least': least, at, cite } of targets) mustMeasure(known, least, { at, cite })
  const services = known.source.services.map(({ service }) => service)
  const barred = sanctions.flatMap(({ bar, at, cite }) =>
    bar && bar.services !== 'all' ? bar.services.map((name) => ({ name, at, cite })) : [],
  )
  for (const one of barred)
    mustBeKnown(known, { ...one, among: services, of: { zh: '服务', en: 'service' } })
}

function checkInterpretations(known: Known): void {
  for (const { owner, touches, at, cite, name } of known.source.pack?.interpretations ?? []) {
    mustBeKnown(known, {
      name: owner,
      among: known.offices,
      at,
      cite,
      of: { zh: '负责解释的机构', en: 'owner of the reading' },
    })
    if (touches.length === 0)
      known.complaints.add({
        at,
        cite,
        code: 'interpretation.idle',
        zh: `解释 ${name} 没有指明涉及什么（touches）`,
        en: `the reading ${name} touches nothing`,
      })
    for (const touched of touches) {
      mustBeKnown(known, {
        name: touched,
        among: known.carriers,
        at,
        cite,
        of: { zh: '条件、服务或声明', en: 'condition, service or declaration' },
      })
    }
  }
}
