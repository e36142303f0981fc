import { expect, test } from 'vitest'
import { programOf } from '../../testing/packs.ts'
import type { Program } from '../run.ts'
import { asks } from '../run.ts'
import { canonical } from './canonical.ts'

test('a stored program asks for the columns of a list in the vocabulary’s order', () => {
  const stored = JSON.parse(canonical(programOf('hnte-recognition-2016'))) as Program
  const listed = asks(stored, 'high-tech-entry').flatMap((ask) =>
    ask.kind === 'records' && ask.records.name === 'yearly-figures' ? [ask.fields] : [],
  )
  expect(listed).toEqual([
    [
      'year',
      'sales',
      'total-income',
      'research-spending',
      'research-spending-in-china',
      'high-tech-income',
      'net-assets',
      'results-transformed',
    ],
  ])
})
