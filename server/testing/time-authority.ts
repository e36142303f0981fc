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
  close(): Promise<void>
}

const CONFIG = `
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[signer]
extendedKeyUsage = critical,timeStamping
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
  ssl('req', ...fresh, '-keyout', 'own.key', '-out', 'own.csr', '-subj', '/CN=Time Authority')
  ssl(
    'x509',
    '-req',
    '-in',
    'own.csr',
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-CAcreateserial',
    '-out',
    'own.pem',
    '-days',
    '3650',
    '-extfile',
    'config',
    '-extensions',
    'signer',
  )
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
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
