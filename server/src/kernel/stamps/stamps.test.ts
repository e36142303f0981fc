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
import { addDays, anchorRecord, machineClock, newId, record } from '../index.ts'
import { readStamps, stampAnchors } from './index.ts'
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

  test('a token signed by another certificate than one for time stamps that it names is none', async () => {
    const { token } = await obtainStamp(authority.url, SUM)
    const why = { plain: 'no-time-stamper', unnamed: 'unnamed-signer', swapped: 'unnamed-signer' }
    for (const as of ['plain', 'unnamed', 'swapped'] as const) {
      const anew = authority.signedAnew(token, as)
      expect(await readToken(anew, SUM, [authority.root]), as).toEqual({
        holds: false,
        why: why[as],
      })
    }
  })

  test('anchors keep their stamps, and a stamp whose anchor went is named', async () => {
    const { anchor, stamp, read, path } = await anAnchoredZone()
    const sum = await anchor(0)
    await stamp()
    expect(await read()).toMatchObject({
      ...{ stamps: 1, by: 'CN=Time Authority', wrong: null, unstamped: [] },
    })
    await writeFile(path, (await readFile(path, 'utf8')).replace(sum, 'c'.repeat(64)))
    expect(await read()).toMatchObject({ wrong: { line: 1, why: 'no-anchor' } })
  })

  test('a day without a stamp is named, unless the next days make up for it', async () => {
    const { anchor, stamp, read, on } = await anAnchoredZone()
    await anchor(-3)
    expect((await read()).unstamped).toEqual([on(-3)])
    await anchor(-1)
    await anchor(0)
    await stamp()
    // The anchor of three days ago is past stamping; whoever set no authority then is not blamed.
    expect(await read()).toMatchObject({ stamps: 2, wrong: null, unstamped: [] })
    await anchor(1)
    expect(await read()).toMatchObject({ unstamped: [on(1)] })
    expect(await read(false)).toMatchObject({ unstamped: [] })
  })

  test('a chain written anew is shown by its stamps: they are not of the days it tells', async () => {
    const { anchor, read, path, stampsPath } = await anAnchoredZone()
    const sum = await anchor(-5)
    const { token, at } = await obtainStamp(authority.url, sum)
    const line = { sum, at, token: Buffer.from(token).toString('base64') }
    await writeFile(stampsPath, `${JSON.stringify(line)}\n`)
    expect(await readFile(path, 'utf8')).toContain(sum)
    expect(await read()).toMatchObject({ wrong: { line: 1, why: 'far-from-its-anchor' } })
  })

  /** A zone whose clock can be set to a day before or after the authority's. */
  async function anAnchoredZone() {
    const zone = await openZone()
    const folder = await mkdtemp(join(tmpdir(), 'banfa-stamps-'))
    const on = (days: number) => addDays(machineClock.today(), days)
    const place = { zone: zone.id, folder }
    const subject = { kind: 'case', id: newId() }
    await zone.asSystem((tx) => record(tx, { act: 'first', subject, detail: {} }))
    return {
      on,
      anchor: async (days: number) => {
        zone.setToday(on(days))
        return (await zone.asSystem((tx) => anchorRecord(tx, folder))) ?? ''
      },
      stamp: () => stampAnchors({ ...place, authority: authority.url }),
      read: (isSet = true) => readStamps({ ...place, roots: [authority.root], authority: isSet }),
      path: join(folder, `${zone.id}.jsonl`),
      stampsPath: join(folder, `${zone.id}.stamps.jsonl`),
    }
  }
})

test('an authority that answers nonsense is refused, and nothing is kept of it', async () => {
  const server = createServer((_request, response) => response.end('hello'))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await expect(obtainStamp(`http://127.0.0.1:${port}`, SUM)).rejects.toThrow()
  await new Promise((done) => server.close(done))
})
