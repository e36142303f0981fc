import type { Expression } from '../../../../policy/src/run.ts'
import {
  among,
  and,
  asked,
  by,
  eq,
  f,
  field,
  ge,
  gt,
  later,
  le,
  lt,
  n,
  not,
  ofYear,
  option,
  or,
  over,
  plus,
  v,
  years,
  yearsWhere,
} from './words.ts'

export type Named = readonly [name: string, of: Expression]

const older = (name: string, months: number) => le(later(f(name), months), asked)
const sound: Named[] = [
  ['not-listed', not(f('listed-abnormal'))],
  ['no-accident', not(f('accident'))],
]
export const prefixed = (prefix: string, all: readonly Named[]): Named[] =>
  all.map(([name, of]) => [`${prefix}-${name}`, of])

/** A service: its criteria, and what it pays when all are met. */
export type Rule = { readonly name: string; readonly pays?: string; readonly of: readonly Named[] }

export const RULES: readonly Rule[] = [
  {
    name: 'offshore',
    of: [
      ['area', ge(f('floor'), n('500平方米'))],
      ['run', older('opened-on', 12)],
      ['together', f('joint')],
      ['managed', ge(f('managers'), n('3人'))],
    ],
  },
  {
    name: 'maker-base',
    of: [
      ['area', ge(f('floor'), n('300平方米'))],
      ['foreign', ge(f('foreign-tenants'), n('3家'))],
      ['talents', ge(f('overseas-talents'), n('5人'))],
      ['managed', ge(f('managers'), n('3人'))],
      ...sound,
    ],
  },
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
  {
    name: 'professional-incubator',
    pays: 'rent-relief',
    of: [
      ['area', ge(f('floor'), n('3000平方米'))],
      ['run', older('opened-on', 36)],
      ['tenants', and(ge(f('tenants'), n('15家')), ge(over(f('tenants'), f('floor')), n('0.002')))],
      ['graduates', ge(f('graduates'), n('3家'))],
      [
        'field',
        among(
          f('industry'),
          'electronics',
          'biology',
          'aerospace',
          'materials',
          'energy',
          'environment',
          'manufacturing',
        ),
      ],
      ...sound,
    ],
  },
  {
    name: 'high-tech',
    of: [
      ['age', older('registered-on', 12)],
      ['rights', f('owns-core-rights')],
      [
        'field',
        among(
          f('industry'),
          'electronics',
          'biology',
          'aerospace',
          'materials',
          'services',
          'energy',
          'environment',
          'manufacturing',
        ),
      ],
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
      [
        'score',
        or(
          and(ge(v('sme-score'), n('60')), gt(v('staff-points'), n('0'))),
          eq(f('high-tech'), option('valid')),
          f('award'),
          f('research-body'),
          f('led-standard'),
        ),
      ],
    ],
  },
  {
    name: 'innovative-sme',
    of: [
      ['size', among(f('size'), 'micro', 'small', 'medium')],
      ['score', or(ge(v('sme-score'), n('60')), ge(f('equity'), n('500万元')), f('award'))],
      ['growth', ge(v('growth'), n('5%'))],
      ['debt', le(v('debt-ratio'), n('75%'))],
      ['main', ge(v('main-share'), n('50%'))],
      ...sound,
    ],
  },
  {
    name: 'specialised',
    of: [
      ['title', among(f('title'), 'sme', 'specialised', 'little-giant')],
      ['niche', ge(years(f('niche-since'), asked), n('3'))],
      ['scale', or(ge(v('last-revenue'), n('1500万元')), ge(f('equity'), n('2000万元')))],
      ['main', ge(v('main-share'), n('80%'))],
      ['debt', le(v('debt-ratio'), n('80%'))],
      [
        'research',
        and(ge(ofYear(1, 'research'), n('100万元')), ge(ofYear(2, 'research'), n('100万元'))),
      ],
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
  {
    name: 'high-tech-bonus',
    pays: 'high-tech-reward',
    of: [
      ['state', among(f('high-tech'), 'valid', 'expired')],
      ['score', ge(v('innovation-score'), n('71'))],
      ['city', not(eq(f('district'), option('dabancheng')))],
      ['research', ge(v('research-ratio'), v('least-research'))],
    ],
  },
  {
    name: 'research-bonus',
    pays: 'research-reward',
    of: [
      ['sme', or(ge(v('sme-score'), n('60')), eq(f('high-tech'), option('valid')))],
      ['spent', ge(ofYear(1, 'research'), n('10万元'))],
      ['more', ge(ofYear(1, 'research'), ofYear(2, 'research'))],
    ],
  },
  {
    name: 'carrier-bonus',
    pays: 'incubator-reward',
    of: [
      ['grown', ge(f('new-high-tech'), n('1家'))],
      ['accounts', f('separate-accounts')],
      ['rest', lt(f('already-paid'), n('10万元'))],
    ],
  },
]
