import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openZone } from '../../testing/index.ts'
import { drawNumber } from './index.ts'
import { wordOf } from './number-of.ts'

const words = (zh: string) => ({ zh, en: zh })
const numberIn = (printed: string) => Number(/〕(\d+)号$/.exec(printed)?.[1])

describe('numbers of letters', () => {
  test.each([
    ['天山区科学技术局', '天科'],
    ['新市区（高新区）科技局', '新科'],
    ['市创新创业协同服务联合会', '市联'],
    ['市科技信息服务中心', '市中'],
    ['市科技局', '市科'],
  ])('%s begins its numbers with %s', (name, word) => {
    expect(wordOf(name)).toBe(word)
  })

  test('a hundred who draw at once, some of whom give up, leave no gap and no number twice', async () => {
    const zone = await openZone({ today: '2026-12-31' })
    const offices = ['天山区科技局', '新市区科技局'].map(words)
    const drawn = await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        zone
          .asSystem(async (tx) => {
            const office = offices[at % 2] ?? words('')
            const number = await drawNumber(tx, { office, series: '补' })
            if (at % 5 === 0) throw new Error('gives up')
            return number
          })
          .catch(() => null),
      ),
    )
    const numbers = drawn.filter((one) => one !== null)
    expect(numbers).toHaveLength(80)
    expect(new Set(numbers).size).toBe(80)
    for (const word of ['天科补〔2026〕', '新科补〔2026〕']) {
      const own = numbers.filter((one) => one.startsWith(word)).map(numberIn)
      expect(own.sort((a, b) => a - b)).toEqual(own.map((_, at) => at + 1))
    }
  })

  test('whoever draws, gives up or waits for the new year: each series runs 1, 2, 3 …', async () => {
    const step = fc.record({
      office: fc.constantFrom('天山区科技局', '米东区科技局'),
      series: fc.constantFrom('受', '补'),
      year: fc.constantFrom('2026-06-01', '2027-06-01'),
      givesUp: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const zone = await openZone()
        const kept = new Map<string, number>()
        for (const { office, series, year, givesUp } of steps) {
          zone.setToday(year)
          const draw = zone.asSystem(async (tx) => {
            const number = await drawNumber(tx, { office: words(office), series })
            if (givesUp) throw new Error('gives up')
            return number
          })
          const number = await draw.catch(() => null)
          if (number === null) continue
          const key = number.replace(/\d+号$/, '')
          expect(numberIn(number)).toBe((kept.get(key) ?? 0) + 1)
          kept.set(key, numberIn(number))
        }
      }),
      { numRuns: 15 },
    )
  })
})
