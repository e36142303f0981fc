import { expect, test } from 'vitest'
import { editsOf, withEdits } from './kept-edits.ts'
import { pathFor, renamedPath, templateOf } from './templates.ts'

const FILES = {
  'pack.yaml': 'offices:\n  city-bureau: { level: city }\n',
  'gist.yaml': 'articles:\n  - article: 第3条\n',
  'services/apply.yaml': 'service: apply\n',
  'conditions/fit.yaml': 'condition: fit\n',
}

test('a file is named once, in small letters', () => {
  expect(pathFor('services', 'reward', FILES)).toBe('services/reward.yaml')
  expect(pathFor('services', 'apply', FILES)).toBeNull()
  expect(pathFor('services', '../apply', FILES)).toBeNull()
  expect(renamedPath('services/apply.yaml', 'entry', FILES)).toBe('services/entry.yaml')
  expect(renamedPath('pack.yaml', 'entry', FILES)).toBeNull()
})

test('a template names what the pack has', () => {
  expect(templateOf('services', 'reward', FILES)).toMatch(/needs: fit/)
  expect(templateOf('examples', 'more', FILES)).toMatch(/service: apply/)
  expect(templateOf('conditions', 'old', FILES)).toMatch(/cite: 第3条[\s\S]*by: city-bureau/)
})

test('a file taken away stays away after a reload, and can be told from one never there', () => {
  const { 'services/apply.yaml': _, ...rest } = FILES
  const files = { ...rest, 'services/entry.yaml': 'service: entry\n' }
  const edits = editsOf(FILES, files)
  expect(edits).toEqual({ 'services/apply.yaml': null, 'services/entry.yaml': 'service: entry\n' })
  expect(withEdits(FILES, edits)).toEqual(files)
})
