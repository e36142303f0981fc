import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SessionCookie } from './call.ts'

const NAME = 'banfa_session'

/** The sign-in cookie: unreadable to scripts, sent to this site only, secure wherever TLS is. */
export function sessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
): Omit<SessionCookie, 'left'> {
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: request.protocol === 'https',
  }
  return {
    token: request.cookies[NAME] ?? null,
    set: (token, seconds) => {
      reply.setCookie(NAME, token, { ...options, maxAge: seconds })
    },
    clear: () => {
      reply.clearCookie(NAME, options)
    },
  }
}
