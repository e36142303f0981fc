import type { Expression } from '../../../../policy/src/run.ts'
import {
  bands,
  by,
  choose,
  eq,
  f,
  ge,
  le,
  least,
  minus,
  most,
  n,
  ofYear,
  option,
  over,
  plus,
  sumOfYears,
  v,
  wholeYuan,
} from './words.ts'

type Named = readonly [name: string, of: Expression]

/** Ratios, 6 band tables, 2 scores and 5 amounts, each after those it names. */
export const VALUES: readonly (readonly [...Named, type: 'number' | 'share' | 'amount'])[] = [
  ['research-3y', sumOfYears('research'), 'amount'],
  ['inland-3y', sumOfYears('research-inland'), 'amount'],
  ['revenue-3y', sumOfYears('revenue'), 'amount'],
  ['last-revenue', ofYear(1, 'revenue'), 'amount'],
  ['research-ratio', over(v('research-3y'), v('revenue-3y')), 'share'],
  ['researchers', over(f('research-staff'), f('staff')), 'share'],
  [
    'growth',
    over(minus(ofYear(1, 'revenue'), ofYear(2, 'revenue')), ofYear(2, 'revenue')),
    'share',
  ],
  [
    'net-growth',
    over(minus(ofYear(1, 'net-assets'), ofYear(2, 'net-assets')), ofYear(2, 'net-assets')),
    'share',
  ],
  ['debt-ratio', over(f('debts'), f('assets')), 'share'],
  ['main-share', over(f('main-income'), v('last-revenue')), 'share'],
  [
    'staff-points',
    bands(v('researchers'), '0', [
      ['30%', '20'],
      ['25%', '16'],
      ['20%', '12'],
      ['15%', '8'],
      ['10%', '4'],
    ]),
    'number',
  ],
  [
    'research-points',
    bands(v('research-ratio'), '0', [
      ['6%', '50'],
      ['5%', '40'],
      ['4%', '30'],
      ['3%', '20'],
      ['2%', '10'],
    ]),
    'number',
  ],
  [
    'rights-points',
    choose(
      ge(f('first-class-rights'), n('1项')),
      n('30'),
      bands(f('second-class-rights'), '0', [
        ['4项', '24'],
        ['3项', '18'],
        ['2项', '12'],
        ['1项', '6'],
      ]),
    ),
    'number',
  ],
  ['sme-score', plus(plus(v('staff-points'), v('research-points')), v('rights-points')), 'number'],
  [
    'growth-points',
    bands(v('growth'), '0', [
      ['35%', '10'],
      ['25%', '8'],
      ['15%', '6'],
      ['5%', '4'],
      ['0.01%', '2'],
    ]),
    'number',
  ],
  [
    'asset-points',
    bands(v('net-growth'), '0', [
      ['35%', '10'],
      ['25%', '8'],
      ['15%', '6'],
      ['5%', '4'],
      ['0.01%', '2'],
    ]),
    'number',
  ],
  [
    'result-points',
    bands(over(f('results'), n('3')), '0', [
      ['5项', '30'],
      ['4项', '24'],
      ['3项', '18'],
      ['2项', '12'],
      ['1项', '6'],
    ]),
    'number',
  ],
  [
    'innovation-score',
    plus(plus(plus(v('growth-points'), v('asset-points')), v('result-points')), f('expert-score')),
    'number',
  ],
  [
    'least-research',
    choose(
      le(v('last-revenue'), n('5000万元')),
      n('5%'),
      choose(le(v('last-revenue'), n('20000万元')), n('4%'), n('3%')),
    ),
    'share',
  ],
  [
    'high-tech-reward',
    choose(eq(f('high-tech'), option('valid')), n('5万元'), n('10万元')),
    'amount',
  ],
  ['research-reward', wholeYuan(least(by(ofYear(1, 'research'), n('5%')), n('100万元'))), 'amount'],
  [
    'incubator-reward',
    most(
      n('0元'),
      minus(least(by(f('new-high-tech'), n('5000元')), n('10万元')), f('already-paid')),
    ),
    'amount',
  ],
  [
    'listing-reward',
    choose(
      eq(f('title'), option('little-giant')),
      n('50万元'),
      choose(eq(f('title'), option('specialised')), n('20万元'), n('5万元')),
    ),
    'amount',
  ],
  [
    'rent-relief',
    wholeYuan(least(over(by(n('36.5元'), f('tenant-floor')), n('3')), n('30万元'))),
    'amount',
  ],
]
