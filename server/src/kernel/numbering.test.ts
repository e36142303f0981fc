import { expect, test } from 'vitest'
import { openZone } from '../../testing/index.ts'
import { nextNumber } from './index.ts'

test('numbers have no gap, whoever takes them at once and whoever gives up', async () => {
  const zone = await openZone({ today: '2026-12-31' })
  const taken = await Promise.all(
    Array.from({ length: 24 }, (_, index) =>
      zone
        .asSystem(async (tx) => {
          const { number } = await nextNumber(tx, '受理')
          if (index % 4 === 0) throw new Error('gives up')
          return number
        })
        .catch(() => null),
    ),
  )
  const numbers = taken.filter((one) => one !== null).sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: 18 }, (_, index) => index + 1))
})

test('each series and each year begins with 1', async () => {
  const zone = await openZone({ today: '2026-12-31' })
  const next = (series: string) => zone.asSystem((tx) => nextNumber(tx, series))
  expect(await next('受理')).toEqual({ series: '受理', year: 2026, number: 1 })
  expect(await next('证书')).toEqual({ series: '证书', year: 2026, number: 1 })
  zone.setToday('2027-01-01')
  expect(await next('受理')).toEqual({ series: '受理', year: 2027, number: 1 })
})
