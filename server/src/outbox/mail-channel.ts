import { createTransport } from 'nodemailer'
import type { Channel, Outgoing, Sent } from './channel.ts'

export type MailSettings = {
  /** `smtp://user:password@host:587`, or `smtps://` where TLS comes first. */
  readonly url: string
  /** `有办法 <banfa@kjj.example>` */
  readonly from: string
  /** Whether a server that offers no TLS is still spoken to; for one on the same machine. */
  readonly allowPlain: boolean
}

const PATIENCE = 15_000

/**
 * E-mail by SMTP (RFC 5321), plain text. A 4xx answer and a server that is gone are tried again; a
 * 5xx answer to the address or the message is final (§4.2.1); one to the sign-in is the operator's to
 * mend, so the message waits. The Message-ID is the message's own on every attempt.
 */
export function mailChannel({ url, from, allowPlain }: MailSettings): Channel & { close(): void } {
  const transport = createTransport({
    url,
    requireTLS: !allowPlain,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: 2 * PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const host = /@([^>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
  return {
    send: async (message) => {
      const mail = mailOf(message, { from, host })
      return transport.sendMail(mail).then(
        ({ response }): Sent => ({ outcome: 'delivered', told: response }),
        (problem: SmtpProblem) => sentAfter(problem),
      )
    },
    close: () => transport.close(),
  }
}

function mailOf({ id, address, subject, body }: Outgoing, of: { from: string; host: string }) {
  return {
    from: of.from,
    // An address list would be a second recipient nobody agreed to.
    to: { name: '', address },
    subject,
    text: body,
    messageId: `<${id}@${of.host}>`,
    // RFC 3834: no holiday answers come back.
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

type SmtpProblem = {
  readonly message: string
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string
}

const ABOUT_THE_MESSAGE = ['EENVELOPE', 'EMESSAGE']

function sentAfter(problem: SmtpProblem): Sent {
  const told = problem.response ?? problem.message
  const isFinal = (problem.responseCode ?? 0) >= 500
  if (isFinal && ABOUT_THE_MESSAGE.includes(problem.code ?? '')) return { outcome: 'refused', told }
  const isUnreachable = problem.responseCode === undefined
  return { outcome: 'delayed', told, isUnreachable }
}
