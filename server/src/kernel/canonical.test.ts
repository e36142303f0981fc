import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, type Json, newId, parseId, sha256 } from './index.ts'

test('one value has one text, whatever order its names came in', () => {
  expect(canonicalJson({ b: [1, 'x', null], a: { d: true, c: 1e21 }, gone: undefined })).toBe(
    '{"a":{"c":1e+21,"d":true},"b":[1,"x",null]}',
  )
  expect(() => canonicalJson(Number.NaN)).toThrow()
})

test('property: the text reads back as the value and is the text of what was read back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value as Json)
      // JSON has no minus zero.
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
})

test('the hash is SHA-256 of the UTF-8 bytes (FIPS 180-2, "abc")', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('identifiers are UUIDs of version 7 and grow with time', () => {
  const ids = Array.from({ length: 50 }, () => newId())
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(parseId(id)).toBe(id)
  }
  expect(new Set(ids).size).toBe(50)
  const instants = ids.map((id) => id.slice(0, 13))
  expect(instants).toEqual([...instants].sort())
})

test('a text that spells no identifier is refused', () => {
  for (const text of ['', '1', "'; drop table zones", newId().toUpperCase()]) {
    expect(() => parseId(text)).toThrow(expect.objectContaining({ code: 'kernel.malformed-id' }))
  }
})
