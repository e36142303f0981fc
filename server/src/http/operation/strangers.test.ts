import { describe, expect, test } from 'vitest'
import { openSite } from '../../../testing/browser.ts'
import { useDocuments } from '../../../testing/case-office.ts'
import { openZone } from '../../../testing/index.ts'
import { newId } from '../../kernel/index.ts'
import { networkOf } from './strangers.ts'

useDocuments()

describe('what anybody may write', () => {
  test('is limited by the hour and the route, uploads to a third, and reading is not', async () => {
    const { visitor } = await openSite(await openZone(), { strangersPerHour: 3 })
    const comment = () =>
      visitor.send('POST', `/api/consultations/${newId()}/comments`, {
        body: { says: '建议写明口径。', name: '市民王某', contact: '13911111111', consent: true },
      })
    for (let sent = 0; sent < 3; sent += 1) expect((await comment()).status).toBe(404)
    const refused = await comment()
    expect(refused).toMatchObject({ status: 429, body: { code: 'http.too-many-this-hour' } })
    const paper = () =>
      visitor.upload('/api/objections/followed/papers', { name: 'a.pdf', bytes: Buffer.from('a') })
    expect((await paper()).status).toBe(404)
    expect((await paper()).status).toBe(429)
    for (let read = 0; read < 5; read += 1) {
      expect((await visitor.send('GET', '/api/consultations')).status).toBe(200)
    }
  })

  test.each([
    ['2001:db8:0:1::5', '2001:db8:0:1:ffff::9', true],
    ['2001:db8::1', '2001:db8:0:0:8000::1', true],
    ['2001:db8:0:1::5', '2001:db8:0:2::5', false],
    ['203.0.113.7', '203.0.113.8', false],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.8', false],
  ])('%s and %s count as one network: %s', (one, other, isOne) => {
    expect(networkOf(one) === networkOf(other)).toBe(isOne)
  })
})
