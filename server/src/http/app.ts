import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { refusal } from '../kernel/index.ts'
import { answerErrors, sendError } from './error-answers.ts'
import { answerHealth } from './operation/health.ts'
import { type Logging, loggerOf } from './operation/logging.ts'
import type { Metrics } from './operation/metrics.ts'
import { openRateCounts, type RateCounts, rateStore } from './operation/rate-counts.ts'
import { networkOf, refuseMany } from './operation/strangers.ts'
import { servePages } from './pages.ts'
import { addRoutes, type Routing, refuseOtherSites } from './routing.ts'
import { refuseUnstorable } from './unstorable.ts'

export type HttpParts = Omit<Routing, 'refuseMany'> & {
  /** The built web; without it only the interface is served. */
  readonly webRoot: string | null
  /** Addresses of proxies whose forwarding headers are believed; none by default. */
  readonly trustProxy: readonly string[]
  readonly requestsPerMinute: number
  /** Writes without an account, by one address and route; of uploads a third. */
  readonly strangersPerHour: number
  readonly log: Logging | false
  /** Folders the product writes to: `/readyz` says when one of their disks is full. */
  readonly folders?: readonly string[]
  /** Counts what is answered, where somebody asks. */
  readonly metrics?: Metrics
  /** People reach it by TLS: browsers are told to come by no other way. */
  readonly isSecure?: boolean
  readonly onFault?: (error: unknown) => void
}

/**
 * The product behind HTTP: the contract's routes under /api, the pages of the web elsewhere.
 * Listen with `app.listen`; in tests use `app.inject`.
 */
export async function openHttp(parts: HttpParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: loggerOf(parts.log) ?? false,
    trustProxy: parts.trustProxy.length > 0 ? [...parts.trustProxy] : false,
    bodyLimit: 1024 * 1024,
    // A number in the answer and the log finds one request again.
    genReqId: () => crypto.randomUUID().slice(0, 8),
    // What fails before a route is found, such as a malformed escape, is answered in the one shape.
    frameworkErrors: (error, request, reply) => sendError(error, request, reply),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app)
  parts.metrics?.watch(app)
  const counts = openRateCounts(parts.kernel, parts.onFault ?? (() => {}))
  app.addHook('onClose', async () => counts.close())
  await addPlugins(app, parts, counts)
  answerHealth(app, { kernel: parts.kernel, folders: parts.folders ?? [] })
  app.addHook('onRequest', async (request) => refuseOtherSites(request))
  app.addHook('preValidation', async (request) => refuseUnstorable(request))
  addRoutes(app, { ...parts, refuseMany: refuseMany(counts, parts.strangersPerHour) })
  await servePages(app, parts.webRoot)
  return app
}

const YEAR = 31_536_000

async function addPlugins(
  app: FastifyInstance,
  parts: HttpParts,
  counts: RateCounts,
): Promise<void> {
  await app.register(cookie)
  await app.register(multipart)
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        // A letter not saved yet is looked at from the browser's own memory.
        frameSrc: ["'self'", 'blob:'],
        frameAncestors: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: parts.isSecure ? { maxAge: YEAR, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(rateLimit, {
    keyGenerator: ({ ip }) => networkOf(ip),
    store: rateStore(counts),
    max: parts.requestsPerMinute,
    timeWindow: '1 minute',
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: () => {
      try {
        return refusal('http.too-many')
      } catch (refused) {
        return refused as Error
      }
    },
  })
}
