import { fact, recordsOf } from './words.ts'

/** 42 facts about an enterprise or a carrier, and its yearly figures. */
export const DISTRICTS = [
  'tianshan',
  'shaybak',
  'xinshi',
  'shuimogou',
  'toutunhe',
  'dabancheng',
  'midong',
  'wulumuqi',
]
export const INDUSTRIES = [
  'electronics',
  'biology',
  'aerospace',
  'materials',
  'services',
  'energy',
  'environment',
  'manufacturing',
  'trade',
  'catering',
]
export const SIZES = ['micro', 'small', 'medium', 'large']
export const TITLES = ['none', 'sme', 'specialised', 'little-giant']
export const STATES = ['none', 'valid', 'expired']

export const FACTS = [
  fact('district', 'choice', { options: DISTRICTS }),
  fact('industry', 'choice', { options: INDUSTRIES }),
  fact('size', 'choice', { options: SIZES }),
  fact('title', 'choice', { options: TITLES }),
  fact('high-tech', 'choice', { options: STATES }),
  fact('registered-on', 'day'),
  fact('opened-on', 'day'),
  fact('niche-since', 'day'),
  fact('listed-abnormal', 'flag'),
  fact('accident', 'flag'),
  fact('forbidden-field', 'flag'),
  fact('award', 'flag'),
  fact('research-body', 'flag'),
  fact('led-standard', 'flag'),
  fact('owns-core-rights', 'flag'),
  fact('joint', 'flag'),
  fact('separate-accounts', 'flag'),
  fact('staff', 'count', { unit: '人' }),
  fact('research-staff', 'count', { unit: '人' }),
  fact('incubation-staff', 'count', { unit: '人' }),
  fact('managers', 'count', { unit: '人' }),
  fact('overseas-talents', 'count', { unit: '人' }),
  fact('first-class-rights', 'count', { unit: '项' }),
  fact('second-class-rights', 'count', { unit: '项' }),
  fact('results', 'count', { unit: '项' }),
  fact('tenants', 'count', { unit: '家' }),
  fact('foreign-tenants', 'count', { unit: '家' }),
  fact('funded-tenants', 'count', { unit: '家' }),
  fact('tenants-with-rights', 'count', { unit: '家' }),
  fact('graduates', 'count', { unit: '家' }),
  fact('new-high-tech', 'count', { unit: '家' }),
  fact('floor', 'area', { unit: '平方米' }),
  fact('tenant-floor', 'area', { unit: '平方米' }),
  fact('fund', 'amount', { unit: '万元' }),
  fact('assets', 'amount', { unit: '万元' }),
  fact('debts', 'amount', { unit: '万元' }),
  fact('main-income', 'amount', { unit: '万元' }),
  fact('high-tech-income', 'amount', { unit: '万元' }),
  fact('equity', 'amount', { unit: '万元' }),
  fact('already-paid', 'amount', { unit: '元' }),
  fact('market-share', 'share', { unit: '%' }),
  fact('expert-score', 'number'),
] as const

export const YEARS = recordsOf('years', 'year', [
  fact('year', 'number'),
  fact('revenue', 'amount', { unit: '万元' }),
  fact('research', 'amount', { unit: '万元' }),
  fact('research-inland', 'amount', { unit: '万元' }),
  fact('net-assets', 'amount', { unit: '万元' }),
  fact('statistics', 'flag'),
])
