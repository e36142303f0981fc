import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SessionCookie } from './call.ts'

const NAME = 'banfa_session'
const STATE = 'banfa_sign_on'

/** The sign-in cookie: unreadable to scripts, sent to this site only, secure wherever TLS is. */
export function sessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
): Omit<SessionCookie, 'left' | 'needsTwoSteps'> {
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
    state: request.cookies[STATE] ?? null,
    keepState: (state) => {
      const there = { ...options, path: '/api/sign-on' }
      if (state === null) reply.clearCookie(STATE, there)
      else reply.setCookie(STATE, state, { ...there, maxAge: 600 })
    },
  }
}
