import type { FastifyRequest, FastifyServerOptions } from 'fastify'

/** Where JSON lines go when not to standard output: tests read them. */
type Stream = { write(line: string): void }

export type Logging = { readonly level: string; readonly stream?: Stream }

/**
 * JSON lines that say which route was asked, by which request number, and how it went: no cookies, no
 * bodies, no query, no address with numbers of people's cases or certificates in it.
 */
export function loggerOf(logging: Logging | false): FastifyServerOptions['logger'] {
  if (!logging) return false
  return {
    level: logging.level,
    ...(logging.stream ? { stream: logging.stream } : {}),
    redact: {
      paths: ['*.cookie', '*.authorization', '*.password', '*.token', '*.contact', '*.headers'],
      censor: '[redacted]',
    },
    serializers: {
      req: (request: FastifyRequest) => ({
        method: request.method,
        route: request.routeOptions?.url ?? 'none',
        from: request.ip,
      }),
      err: (error: Error & { code?: string }) => ({
        type: error.name,
        code: error.code,
        message: error.message,
        stack: error.stack ?? '',
      }),
    },
  }
}
