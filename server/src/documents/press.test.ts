import { afterAll, describe, expect, test } from 'vitest'
import { openPress } from './press.ts'

const press = openPress([])
afterAll(() => press.close())

const words = { zh: '局', en: 'Bureau' }
const text = { title: '告知书', to: '企业', body: [{ is: 'text', text: '正文' }], closing: [] }
const order = {
  template: 'worded',
  data: {
    ...{ demo: false, faces: {}, from: words, number: '1号', on: '2025-03-18' },
    ...{ kind: 'correction', content: {}, worded: text },
  },
} as const

describe('the press', () => {
  test('prints a whole page for each of many orders at a time', async () => {
    const pages = await Promise.all([press.print(order), press.print(order), press.print(order)])
    // A PDF carries the second it was made in, so its bytes may differ and its length may not.
    expect(new Set(pages.map((page) => page.byteLength)).size).toBe(1)
    expect(pages.every((page) => page.subarray(-8).toString().includes('%%EOF'))).toBe(true)
  })

  test('says what is wrong with an order and goes on with the next', async () => {
    const hollow = press.print({ template: 'worded', data: { ...order.data, worded: {} } })
    await expect(hollow).rejects.toThrow('typst could not set worded')
    expect((await press.print(order)).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('leaves nobody waiting when it is closed, and starts again when it is needed', async () => {
    const waiting = press.print(order)
    const told = expect(waiting).rejects.toThrow('the press is closed')
    await press.close()
    await told
    expect((await press.print(order)).byteLength).toBeGreaterThan(1000)
  })
})
