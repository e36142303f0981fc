import { expect, test } from 'vitest'
import { openZone } from '../../testing/index.ts'
import { day, findZone, foundZone, setToday, VISITOR } from './index.ts'

test("a demo's day goes forward for everybody, and is overtaken by the clock in the end", async () => {
  const zone = await openZone({ today: '2026-03-02', isDemo: true })
  const today = () => zone.reading(VISITOR, async (tx) => tx.today)
  await zone.writing(await zone.anApplicant(), (tx) => setToday(tx, day('2026-03-20')))
  expect(await today()).toBe('2026-03-20')
  zone.setToday('2026-03-21')
  expect(await today()).toBe('2026-03-21')
})

test('it never goes back, nor into a year whose working days nobody knows', async () => {
  const zone = await openZone({ today: '2026-03-02', isDemo: true })
  const officer = await zone.anOfficer()
  const set = (to: string) => zone.writing(officer, (tx) => setToday(tx, day(to)))
  await expect(set('2026-03-01')).rejects.toMatchObject({ code: 'kernel.day-goes-back' })
  await expect(set('2027-01-04')).rejects.toMatchObject({ code: 'calendar.unknown-year' })
  await set('2026-03-02')
})

test('a real zone has the day of the clock and no other', async () => {
  const zone = await openZone({ today: '2026-03-02' })
  const attempt = zone.asSystem((tx) => setToday(tx, day('2026-03-20')))
  await expect(attempt).rejects.toMatchObject({ code: 'kernel.set-day.forbidden' })
})

test('a zone is founded once and says its name to everybody', async () => {
  const zone = await openZone({ isDemo: true })
  const name = { zh: '另一个名字', en: 'Another name' }
  expect(await foundZone(zone.kernel, { name, isDemo: false })).toEqual({ isNew: false })
  expect(await zone.reading(VISITOR, findZone)).toEqual({
    name: { zh: '测试区', en: 'Test zone' },
    isDemo: true,
  })
})
