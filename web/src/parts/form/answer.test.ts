import { expect, test } from 'vitest'
import { asTyped, isGiven, readTyped } from './answer.ts'

test('an area may have separators and digits after the point', () => {
  expect(readTyped({ type: 'area' }, '1,280.5')).toEqual({ given: 1280.5 })
  expect(asTyped(1280.5)).toBe('1,280.5')
})

test('a count is whole and not below zero', () => {
  expect(readTyped({ type: 'count' }, '4.5')).toEqual({ misfit: 'input.not-whole' })
  expect(readTyped({ type: 'count' }, '-1')).toEqual({ misfit: 'input.negative' })
  expect(readTyped({ type: 'count' }, '五')).toEqual({ misfit: 'input.not-number' })
})

test('a day must be in the calendar', () => {
  expect(readTyped({ type: 'day' }, '2024-02-29')).toEqual({ given: '2024-02-29' })
  expect(readTyped({ type: 'day' }, '2025-02-29')).toEqual({ misfit: 'input.not-day' })
  expect(readTyped({ type: 'day' }, '2025年3月1日')).toEqual({ misfit: 'input.not-day' })
})

test('an emptied field takes the answer back; zero, no and none are answers', () => {
  expect(readTyped({ type: 'area' }, ' ')).toEqual({ given: null })
  expect(isGiven(0)).toBe(true)
  expect(isGiven(false)).toBe(true)
  expect(isGiven([])).toBe(true)
})
