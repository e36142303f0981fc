import { expect, test } from 'vitest'
import type { CaseView } from '../../../api/generated/types.gen.ts'
import type { FindingSeen } from '../../../parts/finding.ts'
import { owed } from './sections.ts'

const words = (text: string) => ({ zh: text, en: text })
const finding = (condition: string, more: Partial<FindingSeen>): FindingSeen => ({
  condition,
  kind: 'computed',
  title: words(condition),
  answer: 'unknown',
  cite: '第7条',
  saw: [],
  missing: [],
  of: [],
  ...more,
})
const paper = (name: string, required: boolean, files: number): CaseView['papers'][number] => ({
  paper: name,
  title: words(name),
  cite: '第7条(六)',
  required,
  kinds: ['pdf'],
  help: null,
  withheld: false,
  files: Array.from({ length: files }, (_, at) => ({
    id: String(at),
    name: 'a.pdf',
    media: 'application/pdf',
    size: 1,
    sha256: '',
    uploadedOn: '2026-03-01',
  })),
})
const missing = (fact: string) => [{ fact, title: words(fact), from: 'applicant' }]

test('an open condition’s fact and a required paper are owed; a judgement is not', () => {
  const findings = [
    finding('whole', { kind: 'all', of: ['area', 'rules'] }),
    finding('area', { missing: missing('area') }),
    finding('rules', {
      kind: 'judged',
      missing: [{ ...missing('rules')[0], from: 'panel' }] as never,
    }),
  ]
  const all = owed(findings, [paper('plan', true, 0), paper('more', false, 0)])
  expect(all.map((one) => [one.name, one.kind])).toEqual([
    ['area', 'fact'],
    ['plan', 'paper'],
  ])
})

test('success cases or projects in reserve: with one handed in, the other is not owed', () => {
  const findings = [
    finding('whole', { kind: 'all', of: ['either'] }),
    finding('either', { kind: 'any', answer: 'met', of: ['cases', 'reserve'] }),
    finding('cases', { kind: 'evidenced', answer: 'met' }),
    finding('reserve', { kind: 'evidenced', missing: missing('reserve-list') }),
  ]
  expect(owed(findings, [paper('case-report', false, 1), paper('reserve-list', false, 0)])).toEqual(
    [],
  )
})
