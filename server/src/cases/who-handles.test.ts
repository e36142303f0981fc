import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openZone, type Zone } from '../../testing/index.ts'
import { areas, openOffice, powers } from '../identity/index.ts'
import { day, VISITOR } from '../kernel/index.ts'
import { views } from './index.ts'
import { likeness } from './likeness.ts'

let zone: Zone

beforeAll(async () => {
  zone = await openZone({ today: '2026-03-02' })
  await zone.asSystem(async (tx) => {
    const office = await openOffice(tx, {
      key: 'science',
      level: 'city',
      district: null,
      name: { zh: '市科技局', en: 'Science bureau' },
      parent: null,
    })
    const entry = {
      kind: 'confirmation' as const,
      level: 'city' as const,
      office: office.id,
      share: { zh: '区（县）推荐', en: 'Districts recommend' },
      law: '孵化器管理办法',
      cite: '第3条',
      pack: null,
      service: null,
      from: day('2025-01-01'),
    }
    await powers.write(tx, { ...entry, matter: { zh: '国际孵化器认定', en: 'Incubators' } })
    await powers.write(tx, { ...entry, matter: { zh: '外国专家来华许可', en: 'Foreign experts' } })
    const later = { zh: '技术合同登记', en: 'Contracts' }
    await powers.write(tx, { ...entry, matter: later, from: day('2026-04-01') })
    await areas.write(tx, {
      code: '650104',
      kind: 'district',
      name: { zh: '新市区', en: 'Xinshi' },
      districts: [],
    })
  })
})

const asked = (text: string) =>
  zone.kernel.reading(VISITOR, async (tx) =>
    (await views.whoHandles(tx, { text, area: null })).map(({ matter }) => matter.zh),
  )

describe('谁来办', () => {
  test.each([
    ['孵化器认定找谁', '国际孵化器认定'],
    ['请问外国专家许可归谁办理？', '外国专家来华许可'],
    ['which office handles incubators', '国际孵化器认定'],
  ])('a visitor who asks %s is told first of %s', async (text, matter) => {
    expect((await asked(text))[0]).toBe(matter)
  })

  test('what nobody handles finds nothing, and an entry of later does not hold yet', async () => {
    expect(await asked('结婚登记')).toEqual([])
    expect(await asked('技术合同登记')).toEqual([])
    expect(await asked('')).toEqual(['国际孵化器认定', '外国专家来华许可'].sort())
  })
})

describe('likeness', () => {
  const text = fc.string({ unit: fc.constantFrom(...'孵化器认定科技局项目资金a b'), minLength: 1 })

  test('is a share, and whole where everything asked is said', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const share = likeness(one, other)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
        expect(likeness(one, `${other}${one}`)).toBeGreaterThanOrEqual(share)
      }),
    )
  })
})
