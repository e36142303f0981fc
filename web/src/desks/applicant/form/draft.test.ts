import { expect, test } from 'vitest'
import {
  changed,
  choose,
  type Draft,
  isUnsent,
  landed,
  learned,
  PARTNER,
  takeOff,
  type,
} from './draft.ts'
import { withKept } from './kept-drafts.ts'

const draft = (typed: Draft['typed'], saved: Draft['saved'] = {}): Draft => ({
  typed,
  saved,
  revision: 3,
  flight: null,
  conflicts: {},
})
const by = { by: '李敏', at: '2026-03-02T03:00:00Z' }
const none = { changes: [], rejected: [] }

test('only what changed is sent, and an emptied answer takes the old one back', () => {
  expect(
    changed(draft({ area: 480, staff: null, kind: 'makerspace' }, { area: 480, staff: 5 })),
  ).toEqual({ staff: null, kind: 'makerspace' })
})

test('what is typed while a save is under way stays to be saved', () => {
  const flying = takeOff(draft({ area: 500 }, { area: 480 }), 'a')
  const after = landed(type(flying, 'area', 520), { revision: 4, ...none })
  expect(after.revision).toBe(4)
  expect(changed(after)).toEqual({ area: 520 })
})

test('a save that was not answered is sent again as it was, not with what was typed since', () => {
  const flying = takeOff(draft({ area: 500 }, { area: 480 }), 'a')
  expect(takeOff(type(flying, 'area', 520), 'b').flight).toEqual(flying.flight)
})

test('others’ words appear where nothing was typed, and are put to the person where something was', () => {
  const mine = draft({ area: 500, staff: 5 }, { area: 480, staff: 5 })
  const seen = learned(mine, {
    revision: 7,
    changes: [
      { field: 'area', value: 600, ...by },
      { field: 'staff', value: 6, ...by },
    ],
  })
  expect(seen.typed).toEqual({ area: 500, staff: 6 })
  expect(seen.conflicts).toEqual({ area: { value: 600, ...by } })
  expect(takeOff(seen, 'a').flight?.fields).toEqual({})
  expect(takeOff(choose(seen, 'area', 'mine'), 'a').flight?.fields).toEqual({ area: 500 })
  expect(isUnsent(choose(seen, 'area', 'theirs'))).toBe(false)
})

test('a partner is sent only when it has a name and a country', () => {
  const half = { name: 'Almaty Tech Garden LLP', country: '', registrationNumber: '' }
  expect(isUnsent(draft({ [PARTNER]: half }))).toBe(false)
  const whole = { ...half, country: '哈萨克斯坦' }
  expect(changed(draft({ [PARTNER]: whole }))).toEqual({ [PARTNER]: whole })
})

test('what a page that is gone had typed is laid over what the server has, with where it had been', () => {
  const kept = { ...draft({ area: 500 }, { area: 480 }), revision: 2 }
  const now = withKept(draft({ area: 480, staff: 6 }, { area: 480, staff: 6 }), kept)
  expect(now).toMatchObject({ typed: { area: 500, staff: 6 }, revision: 2 })
  expect(changed(now)).toEqual({ area: 500 })
})
