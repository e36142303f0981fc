import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  hasOpenSsl,
  openTimeAuthority,
  type TimeAuthority,
} from '../../../testing/time-authority.ts'
import { openZone } from '../../../testing/zone.ts'
import { anchorRecord, newId, record } from '../index.ts'
import { readStamps, stampAnchor } from './index.ts'
import { obtainStamp } from './obtain-stamp.ts'
import { readToken } from './read-token.ts'

const SUM = 'a'.repeat(64)

describe.skipIf(!hasOpenSsl)('an authority of another maker (OpenSSL)', () => {
  let authority: TimeAuthority
  beforeAll(async () => {
    authority = await openTimeAuthority()
  })
  afterAll(() => authority.close())

  test('its token names the time and the signer, and leads to its root alone', async () => {
    const { token, at } = await obtainStamp(authority.url, SUM)
    const read = await readToken(token, SUM, [authority.root])
    expect(read).toMatchObject({ holds: true, at, by: 'CN=Time Authority' })
    const other = await openTimeAuthority()
    const stranger = await readToken(token, SUM, [other.root])
    await other.close()
    expect(stranger).toEqual({ holds: false, why: 'untrusted' })
  })

  test('a token about another text, or with any byte of its time or signature changed, holds no more', async () => {
    const { token, at: time } = await obtainStamp(authority.url, SUM)
    expect(await readToken(token, `b${SUM.slice(1)}`)).toEqual({
      holds: false,
      why: 'about-another',
    })
    const year = Buffer.from(token).indexOf(time.slice(0, 4), 0, 'latin1')
    for (const at of [year + 3, token.length - 5]) {
      const altered = new Uint8Array(token)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect((await readToken(altered, SUM)).holds, String(at)).toBe(false)
    }
  })

  test('anchors keep their stamps, and a stamp whose anchor went is named', async () => {
    const zone = await openZone()
    const folder = await mkdtemp(join(tmpdir(), 'banfa-stamps-'))
    await zone.asSystem(async (tx) => {
      await record(tx, { act: 'first', subject: { kind: 'case', id: newId() }, detail: {} })
      const sum = (await anchorRecord(tx, folder)) ?? ''
      const place = { zone: tx.zone, folder, authority: authority.url }
      await stampAnchor(place, sum)
      const roots = [authority.root]
      const read = await readStamps({ ...place, roots })
      expect(read).toMatchObject({ stamps: 1, by: 'CN=Time Authority', wrong: null })
      const path = join(folder, `${tx.zone}.jsonl`)
      await writeFile(path, (await readFile(path, 'utf8')).replace(sum, 'c'.repeat(64)))
      const wrong = { line: 1, why: 'no-anchor' }
      expect(await readStamps({ ...place, roots })).toMatchObject({ wrong })
    })
  })
})

test('an authority that answers nonsense is refused, and nothing is kept of it', async () => {
  const server = createServer((_request, response) => response.end('hello'))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await expect(obtainStamp(`http://127.0.0.1:${port}`, SUM)).rejects.toThrow()
  await new Promise((done) => server.close(done))
})
