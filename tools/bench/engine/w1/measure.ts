import type { Condition, Expression, Program, Service, ValueDefinition } from '../../../../policy/src/run.ts'
import { FACTS, YEARS } from './facts.ts'
import {
  among, and, asked, bands, by, choose, cite, eq, f, field, ge, gt, later, le, least, lt, minus, most, n, not,
  ofYear, option, or, over, plus, sumOfYears, v, wholeYuan, words, years, yearsWhere,
} from './words.ts'

/**
 * The bench's own measure, after the national rules of incubators, high-tech enterprises and small
 * firms and the rewards of a city: 12 services, 76 criteria, 6 band tables, 2 scores, 5 amounts.
 * Its shape is what counts; no office decides by it.
 */
type Named = readonly [name: string, of: Expression]

const VALUES: readonly (readonly [...Named, type: 'number' | 'share' | 'amount'])[] = [
  ['research-3y', sumOfYears('research'), 'amount'],
  ['inland-3y', sumOfYears('research-inland'), 'amount'],
  ['revenue-3y', sumOfYears('revenue'), 'amount'],
  ['last-revenue', ofYear(1, 'revenue'), 'amount'],
  ['research-ratio', over(v('research-3y'), v('revenue-3y')), 'share'],
  ['researchers', over(f('research-staff'), f('staff')), 'share'],
  ['growth', over(minus(ofYear(1, 'revenue'), ofYear(2, 'revenue')), ofYear(2, 'revenue')), 'share'],
  ['net-growth', over(minus(ofYear(1, 'net-assets'), ofYear(2, 'net-assets')), ofYear(2, 'net-assets')), 'share'],
  ['debt-ratio', over(f('debts'), f('assets')), 'share'],
  ['main-share', over(f('main-income'), v('last-revenue')), 'share'],
  ['staff-points', bands(v('researchers'), '0', [['30%', '20'], ['25%', '16'], ['20%', '12'], ['15%', '8'], ['10%', '4']]), 'number'],
  ['research-points', bands(v('research-ratio'), '0', [['6%', '50'], ['5%', '40'], ['4%', '30'], ['3%', '20'], ['2%', '10']]), 'number'],
  ['rights-points', choose(ge(f('first-class-rights'), n('1项')), n('30'), bands(f('second-class-rights'), '0', [['4项', '24'], ['3项', '18'], ['2项', '12'], ['1项', '6']])), 'number'],
  ['sme-score', plus(plus(v('staff-points'), v('research-points')), v('rights-points')), 'number'],
  ['growth-points', bands(v('growth'), '0', [['35%', '10'], ['25%', '8'], ['15%', '6'], ['5%', '4'], ['0.01%', '2']]), 'number'],
  ['asset-points', bands(v('net-growth'), '0', [['35%', '10'], ['25%', '8'], ['15%', '6'], ['5%', '4'], ['0.01%', '2']]), 'number'],
  ['result-points', bands(over(f('results'), n('3')), '0', [['5项', '30'], ['4项', '24'], ['3项', '18'], ['2项', '12'], ['1项', '6']]), 'number'],
  ['innovation-score', plus(plus(plus(v('growth-points'), v('asset-points')), v('result-points')), f('expert-score')), 'number'],
  ['least-research', choose(le(v('last-revenue'), n('5000万元')), n('5%'), choose(le(v('last-revenue'), n('20000万元')), n('4%'), n('3%'))), 'share'],
  ['high-tech-reward', choose(eq(f('high-tech'), option('valid')), n('5万元'), n('10万元')), 'amount'],
  ['research-reward', wholeYuan(least(by(ofYear(1, 'research'), n('5%')), n('100万元'))), 'amount'],
  ['incubator-reward', most(n('0元'), minus(least(by(f('new-high-tech'), n('5000元')), n('10万元')), f('already-paid'))), 'amount'],
  ['listing-reward', choose(eq(f('title'), option('little-giant')), n('50万元'), choose(eq(f('title'), option('specialised')), n('20万元'), n('5万元'))), 'amount'],
  ['rent-relief', wholeYuan(least(over(by(n('36.5元'), f('tenant-floor')), n('3')), n('30万元'))), 'amount'],
]

const older = (name: string, months: number) => le(later(f(name), months), asked)
const sound: Named[] = [
  ['not-listed', not(f('listed-abnormal'))],
  ['no-accident', not(f('accident'))],
]
const prefixed = (prefix: string, all: readonly Named[]): Named[] =>
  all.map(([name, of]) => [`${prefix}-${name}`, of])

type Rule = { readonly name: string; readonly pays?: string; readonly of: readonly Named[] }

const RULES: readonly Rule[] = [
  { name: 'offshore', of: [['area', ge(f('floor'), n('500平方米'))], ['run', older('opened-on', 12)], ['together', f('joint')], ['managed', ge(f('managers'), n('3人'))]] },
  { name: 'maker-base', of: [['area', ge(f('floor'), n('300平方米'))], ['foreign', ge(f('foreign-tenants'), n('3家'))], ['talents', ge(f('overseas-talents'), n('5人'))], ['managed', ge(f('managers'), n('3人'))], ...sound] },
  {
    name: 'incubator',
    of: [
      ['run', older('opened-on', 36)],
      ['statistics', ge(yearsWhere(field('statistics')), n('2'))],
      ['area', ge(f('floor'), n('10000平方米'))],
      ['tenant-area', ge(over(f('tenant-floor'), f('floor')), n('75%'))],
      ['fund', ge(f('fund'), n('500万元'))],
      ['funded', ge(f('funded-tenants'), by(n('10%'), f('tenants')))],
      ['professionals', ge(over(f('incubation-staff'), f('staff')), n('80%'))],
      ['rights', ge(over(f('tenants-with-rights'), f('tenants')), n('30%'))],
      ['tenants', and(ge(f('tenants'), n('50家')), ge(over(f('tenants'), f('floor')), n('0.003')))],
      ['graduates', ge(f('graduates'), n('20家'))],
    ],
  },
  { name: 'professional-incubator', pays: 'rent-relief', of: [['area', ge(f('floor'), n('3000平方米'))], ['run', older('opened-on', 36)], ['tenants', and(ge(f('tenants'), n('15家')), ge(over(f('tenants'), f('floor')), n('0.002')))], ['graduates', ge(f('graduates'), n('3家'))], ['field', among(f('industry'), 'electronics', 'biology', 'aerospace', 'materials', 'energy', 'environment', 'manufacturing')], ...sound] },
  {
    name: 'high-tech',
    of: [
      ['age', older('registered-on', 12)],
      ['rights', f('owns-core-rights')],
      ['field', among(f('industry'), 'electronics', 'biology', 'aerospace', 'materials', 'services', 'energy', 'environment', 'manufacturing')],
      ['researchers', ge(v('researchers'), n('10%'))],
      ['research', ge(v('research-ratio'), v('least-research'))],
      ['inland', ge(over(v('inland-3y'), v('research-3y')), n('60%'))],
      ['income', ge(over(f('high-tech-income'), v('last-revenue')), n('60%'))],
      ['score', ge(v('innovation-score'), n('71'))],
      ['no-accident', not(f('accident'))],
    ],
  },
  {
    name: 'technology-sme',
    of: [
      ['staff', le(f('staff'), n('500人'))],
      ['revenue', le(v('last-revenue'), n('20000万元'))],
      ['assets', le(f('assets'), n('20000万元'))],
      ['permitted', not(f('forbidden-field'))],
      ...sound,
      ['score', or(and(ge(v('sme-score'), n('60')), gt(v('staff-points'), n('0'))), eq(f('high-tech'), option('valid')), f('award'), f('research-body'), f('led-standard'))],
    ],
  },
  { name: 'innovative-sme', of: [['size', among(f('size'), 'micro', 'small', 'medium')], ['score', or(ge(v('sme-score'), n('60')), ge(f('equity'), n('500万元')), f('award'))], ['growth', ge(v('growth'), n('5%'))], ['debt', le(v('debt-ratio'), n('75%'))], ['main', ge(v('main-share'), n('50%'))], ...sound] },
  {
    name: 'specialised',
    of: [
      ['title', among(f('title'), 'sme', 'specialised', 'little-giant')],
      ['niche', ge(years(f('niche-since'), asked), n('3'))],
      ['scale', or(ge(v('last-revenue'), n('1500万元')), ge(f('equity'), n('2000万元')))],
      ['main', ge(v('main-share'), n('80%'))],
      ['debt', le(v('debt-ratio'), n('80%'))],
      ['research', and(ge(ofYear(1, 'research'), n('100万元')), ge(ofYear(2, 'research'), n('100万元')))],
      ['rights', or(ge(f('first-class-rights'), n('1项')), f('award'), f('research-body'))],
      ['score', ge(f('expert-score'), n('20'))],
    ],
  },
  {
    name: 'little-giant',
    pays: 'listing-reward',
    of: [
      ['title', among(f('title'), 'specialised', 'little-giant')],
      ['revenue', ge(v('last-revenue'), n('5000万元'))],
      ['main', ge(v('main-share'), n('90%'))],
      ['debt', le(v('debt-ratio'), n('75%'))],
      ['growth', ge(v('growth'), n('5%'))],
      ['research', ge(plus(ofYear(1, 'research'), ofYear(2, 'research')), n('1200万元'))],
      ['rights', ge(f('first-class-rights'), n('4项'))],
      ['market', ge(f('market-share'), n('10%'))],
    ],
  },
  { name: 'high-tech-bonus', pays: 'high-tech-reward', of: [['state', among(f('high-tech'), 'valid', 'expired')], ['score', ge(v('innovation-score'), n('71'))], ['city', not(eq(f('district'), option('dabancheng')))], ['research', ge(v('research-ratio'), v('least-research'))]] },
  { name: 'research-bonus', pays: 'research-reward', of: [['sme', or(ge(v('sme-score'), n('60')), eq(f('high-tech'), option('valid')))], ['spent', ge(ofYear(1, 'research'), n('10万元'))], ['more', ge(ofYear(1, 'research'), ofYear(2, 'research'))]] },
  { name: 'carrier-bonus', pays: 'incubator-reward', of: [['grown', ge(f('new-high-tech'), n('1家'))], ['accounts', f('separate-accounts')], ['rest', lt(f('already-paid'), n('10万元'))]] },
]

function conditionOf({ name, of }: Rule): Condition {
  const about = (key: string) => ({ name: key, cite, title: words(key) })
  const criteria = prefixed(name, of).map(([key, test]): Condition => ({
    ...about(key), kind: 'computed', test, printed: key,
  }))
  return { ...about(name), kind: 'all', of: criteria }
}

function serviceOf({ name, pays }: Rule): Service {
  return {
    name, title: words(name), cite, kind: pays ? 'reward' : 'recognition', needs: name,
    applicants: ['enterprise'], joint: false, papers: [], route: [], grants: null,
    pays: pays ? { cite, amount: pays, payable: pays, split: [], excludes: [] } : null,
  }
}

function valueOf([name, of, type]: (typeof VALUES)[number]): ValueDefinition {
  return {
    name, title: words(name), cite, type, unit: type === 'amount' ? '元' : null, options: [], of,
    printed: null, parts: [], scoredBy: null,
  }
}

const named = <T extends { readonly name: string }>(all: readonly T[]) =>
  Object.fromEntries(all.map((one) => [one.name, one]))

/** The measure; `areaFrom` is the threshold that the what-if changes. */
export function measure(areaFrom = '300平方米'): Program {
  const rules = RULES.map((rule) =>
    rule.name === 'maker-base'
      ? { ...rule, of: rule.of.map((one): Named => one[0] === 'area' ? ['area', ge(f('floor'), n(areaFrom))] : one) }
      : rule,
  )
  return {
    format: 1, pack: 'bench', version: '1', digest: '0'.repeat(64), title: words('bench'), issuer: 'bureau',
    state: 'published', validFrom: null, validUntil: null,
    offices: { bureau: { title: words('bureau'), level: 'city' } }, articles: [],
    facts: named(FACTS), records: { years: YEARS }, values: named(VALUES.map(valueOf)),
    conditions: named(rules.map(conditionOf)), services: named(rules.map(serviceOf)),
    delegations: [], duties: [], sanctions: [], interpretations: [],
  }
}

export { RULES }
