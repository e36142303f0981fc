import { type AddressInfo, createServer } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A real SMTP server for tests: what arrived, and a bad answer to the next message when told. */
export type MailHost = {
  readonly url: string
  received(): readonly { readonly to: string; readonly text: string }[]
  textTo(address: string): readonly string[]
  forget(): void
  answerNext(code: number, says: string): void
  /** Nobody listens any more. */
  goAway(): Promise<void>
  comeBack(): Promise<void>
  close(): Promise<void>
}

export async function openMailHost(): Promise<MailHost> {
  const port = await freePort()
  let mails: { to: string; text: string }[] = []
  let bad: { code: number; says: string } | null = null
  const start = () =>
    new Promise<SMTPServer>((resolve) => {
      const server = new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS', 'AUTH'],
        onRcptTo: (_address, _session, done) => {
          if (!bad) return done()
          const problem = Object.assign(new Error(bad.says), { responseCode: bad.code })
          bad = null
          return done(problem)
        },
        onData: (stream, session, done) => {
          const parts: Buffer[] = []
          stream.on('data', (part: Buffer) => parts.push(part))
          stream.on('end', () => {
            const text = readable(Buffer.concat(parts).toString('utf8'))
            for (const { address } of session.envelope.rcptTo) mails.push({ to: address, text })
            done()
          })
        },
      })
      server.listen(port, '127.0.0.1', () => resolve(server))
    })
  let server = await start()
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return {
    url: `smtp://127.0.0.1:${port}`,
    received: () => mails,
    textTo: (address) => mails.filter(({ to }) => to === address).map(({ text }) => text),
    forget: () => {
      mails = []
    },
    answerNext: (code, says) => {
      bad = { code, says }
    },
    goAway: stop,
    comeBack: async () => {
      server = await start()
    },
    close: stop,
  }
}

/** Headers as they came, then the words with their transfer encoding undone. */
function readable(mail: string): string {
  const at = mail.indexOf('\r\n\r\n')
  const [head, body] = [mail.slice(0, at), mail.slice(at + 4)]
  if (/transfer-encoding: base64/i.test(head)) {
    return `${head}\n\n${Buffer.from(body, 'base64').toString('utf8')}`
  }
  const bytes = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  const isQuoted = /transfer-encoding: quoted-printable/i.test(head)
  return `${head}\n\n${isQuoted ? Buffer.from(bytes, 'latin1').toString('utf8') : body}`
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
