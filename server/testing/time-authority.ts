import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A time-stamping authority of OpenSSL's behind HTTP, with a root of its own. */
export type TimeAuthority = {
  readonly url: string
  /** PEM. */
  readonly root: string
  /** What a token says, signed once more as somebody would who has another of its certificates. */
  signedAnew(token: Uint8Array, as: SignedAs): Uint8Array
  close(): Promise<void>
}

/**
 * `plain`: by a certificate of the root for no use in particular; `unnamed`: by the authority, without
 * naming its certificate; `swapped`: its certificate in place of another of the same key and number.
 */
export type SignedAs = 'plain' | 'unnamed' | 'swapped'

/** id-ct-TSTInfo. */
const TST_INFO = '1.2.840.113549.1.9.16.1.4'

const CONFIG = `
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[signer]
extendedKeyUsage = critical,timeStamping
[twin]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
[plain]
extendedKeyUsage = timeStamping,emailProtection
[tsa]
default_tsa = own
[own]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = yes
ess_cert_id_alg = sha256
`

export const hasOpenSsl = (() => {
  try {
    execFileSync('openssl', ['version'])
    return true
  } catch {
    return false
  }
})()

export async function openTimeAuthority(): Promise<TimeAuthority> {
  const folder = mkdtempSync(join(tmpdir(), 'banfa-tsa-'))
  const ssl = (...words: string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' })
  writeFileSync(join(folder, 'config'), CONFIG)
  writeFileSync(join(folder, 'serial'), '01\n')
  const fresh = ['-newkey', 'rsa:2048', '-nodes', '-config', 'config', '-sha256']
  ssl(
    'req',
    '-x509',
    ...fresh,
    '-keyout',
    'root.key',
    '-out',
    'root.pem',
    '-subj',
    '/CN=Root',
    '-days',
    '3650',
    '-extensions',
    'root',
  )
  const certify = (name: string, extensions: string, serial: string) => {
    const signing = ['-CA', 'root.pem', '-CAkey', 'root.key', '-set_serial', serial]
    const saying = ['-days', '3650', '-extfile', 'config', '-extensions', extensions]
    ssl('x509', '-req', '-in', 'own.csr', ...signing, '-out', `${name}.pem`, ...saying)
  }
  ssl('req', ...fresh, '-keyout', 'own.key', '-out', 'own.csr', '-subj', '/CN=Time Authority')
  certify('own', 'signer', '2')
  certify('twin', 'twin', '2')
  certify('plain', 'plain', '3')
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    writeFileSync(join(folder, 'query'), Buffer.concat(parts))
    ssl(
      'ts',
      '-reply',
      '-config',
      'config',
      '-section',
      'own',
      '-queryfile',
      'query',
      '-signer',
      'own.pem',
      '-inkey',
      'own.key',
      '-out',
      'reply',
    )
    response.writeHead(200, { 'content-type': 'application/timestamp-reply' })
    response.end(readFileSync(join(folder, 'reply')))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    root: readFileSync(join(folder, 'root.pem'), 'utf8'),
    signedAnew: (token, as) => {
      writeFileSync(join(folder, 'token'), token)
      ssl('cms', '-verify', '-noverify', '-inform', 'DER', '-in', 'token', '-out', 'said')
      const how = {
        plain: ['-signer', 'plain.pem', '-cades'],
        unnamed: ['-signer', 'own.pem'],
        swapped: ['-signer', 'own.pem', '-cades', '-nocerts', '-certfile', 'twin.pem'],
      }[as]
      const what = ['-binary', '-nodetach', '-econtent_type', TST_INFO, '-md', 'sha256']
      const files = ['-in', 'said', '-inkey', 'own.key', '-outform', 'DER', '-out', 'anew']
      ssl('cms', '-sign', ...what, ...how, ...files)
      return readFileSync(join(folder, 'anew'))
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
