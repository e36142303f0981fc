import { expect, test } from 'vitest'
import {
  changed,
  changedPartner,
  confirmed,
  type Draft,
  differences,
  isDirty,
  keepMine,
} from './draft.ts'

const draft = (
  typed: Draft['typed'],
  saved: Draft['saved'] = {},
  more: Partial<Draft> = {},
): Draft => ({
  typed,
  saved,
  partner: null,
  savedPartner: null,
  revision: 3,
  ...more,
})

test('only what changed is sent, and an emptied answer takes the old one back', () => {
  expect(
    changed(draft({ area: 480, staff: null, kind: 'makerspace' }, { area: 480, staff: 5 })),
  ).toEqual({
    staff: null,
    kind: 'makerspace',
  })
})

test('what is typed while a save is under way stays to be saved', () => {
  const typing = draft({ area: 500 }, { area: 480 })
  const after = confirmed(
    { ...typing, typed: { area: 520 } },
    { answers: { area: 500 }, partner: null },
    4,
  )
  expect(after.revision).toBe(4)
  expect(changed(after)).toEqual({ area: 520 })
})

test('a conflict names only what was typed here and differs there; nothing typed is lost', () => {
  const mine = draft({ area: 500, staff: 6 }, { area: 480, staff: 5 })
  const theirs = draft(
    { area: 600, staff: 6, talents: 5 },
    { area: 600, staff: 6, talents: 5 },
    { revision: 7 },
  )
  expect(differences(mine, theirs)).toEqual([{ name: 'area', here: 500, there: 600 }])
  const kept = keepMine(mine, theirs)
  expect(kept.revision).toBe(7)
  expect(changed(kept)).toEqual({ area: 500 })
  expect(kept.typed.talents).toBe(5)
})

test('a partner is sent only when it has a name and a country', () => {
  const half = { name: 'Almaty Tech Garden LLP', country: '', registrationNumber: '' }
  expect(isDirty(draft({}, {}, { partner: half }))).toBe(false)
  const whole = { ...half, country: '哈萨克斯坦' }
  expect(changedPartner(draft({}, {}, { partner: whole }))).toEqual(whole)
})
