import { expect, test } from 'vitest'
import { day } from '../kernel/index.ts'
import { digestOfObjector, type Filing, sealOf } from './sealing.ts'

const filing: Filing = {
  case: 'c',
  ordinal: 1,
  call: '申通〔2026〕1号',
  service: 's',
  pack: 'p',
  version: '1',
  digest: 'd'.repeat(64),
  party: { id: 'p', name: '某公司', creditCode: null },
  partner: null,
  facts: { 'floor-area': '420', 'registered-place': 'urumqi' },
  papers: [],
  filedOn: day('2026-03-02'),
}

test('the seal is the same whatever the order of the facts, and another for one digit', () => {
  const turned = { 'registered-place': 'urumqi', 'floor-area': '420' }
  expect(sealOf({ ...filing, facts: turned })).toBe(sealOf(filing))
  expect(sealOf({ ...filing, facts: { ...turned, 'floor-area': '421' } })).not.toBe(sealOf(filing))
})

test('the seal holds the text of the measure: another digest is another seal', () => {
  expect(sealOf({ ...filing, digest: 'e'.repeat(64) })).not.toBe(sealOf(filing))
})

test('an objector cannot be guessed from the digest: the salt decides', () => {
  const said = { name: '张三', contact: '13900000000', grounds: '面积不实，见附图' }
  const one = digestOfObjector({ ...said, salt: 'a' })
  expect(digestOfObjector({ ...said, salt: 'b' })).not.toBe(one)
  expect(digestOfObjector({ ...said, salt: 'a' })).toBe(one)
})
