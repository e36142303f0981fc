import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Entered, enterUntil, readEntered, type TwoStepsFor } from '../identity/index.ts'
import type { Actor } from '../kernel/index.ts'
import {
  inSpan,
  type Kernel,
  openReadLog,
  type ReadLog,
  refusal,
  type WriteTx,
} from '../kernel/index.ts'
import type { Call, DirectHandler, FileAnswer, Handler, Handlers } from './call.ts'
import type { Route } from './contract/route.ts'
import { routes } from './contract/routes.ts'
import { schemaOf } from './openapi.ts'
import type { refuseMany } from './operation/strangers.ts'
import { sessionCookie } from './session-cookie.ts'
import { readUpload } from './upload.ts'

export type Routing = {
  readonly kernel: Kernel
  readonly handlers: Handlers
  /** The address people reach the product at; null: what the request says. */
  readonly address?: string | null
  readonly refuseMany: ReturnType<typeof refuseMany>
  /** Whose posts need two steps; nobody's when left out. */
  readonly twoSteps?: TwoStepsFor
}

/** Every answer to somebody signed in says how long the session lasts, so that a page can warn. */
const SESSION_LEFT = 'banfa-session-left'

type AnyHandler = Handler<Route> | DirectHandler<Route>

/** Registers every route of the contract; a route without a handler cannot be typed. */
export function addRoutes(app: FastifyInstance, routing: Routing): void {
  const reads = openReadLog(routing.kernel)
  for (const [name, route] of Object.entries(routes) as [keyof Handlers, Route][]) {
    const handler = routing.handlers[name] as unknown as AnyHandler
    app.route({
      method: route.method,
      url: route.url,
      schema: schemaOf(name, route),
      // Before anything of it is read.
      onRequest: async (request) => {
        if (route.strangers) routing.refuseMany(route.strangers, name, request)
      },
      handler: (request, reply) =>
        inSpan(name, () => serve({ routing, reads, name, route, handler }, request, reply)),
    })
  }
}

type Served = {
  routing: Routing
  reads: ReadLog
  name: string
  route: Route
  handler: AnyHandler
}

async function serve(served: Served, request: FastifyRequest, reply: FastifyReply) {
  const { route, name, reads } = served
  const { actor, answer } = await answered(served, request, reply)
  if (route.personal) {
    const about = { ...(request.params as object), ...(request.query as object) }
    await reads.note({ actor, route: name, about })
  }
  return route.answer === 'file' ? sendFile(request, reply, answer as FileAnswer) : answer
}

type Answered = { readonly actor: Actor; readonly answer: unknown }

/** Who comes in and what they are answered; a reading route does both in one transaction. */
async function answered(
  { routing, route, handler }: Served,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Answered> {
  const { kernel, twoSteps } = routing
  const cookie = sessionCookie(request, reply)
  const callOf = ({ left, needsTwoSteps }: Entered): Call<Route> => {
    if (left) reply.header(SESSION_LEFT, `${left.idle}, ${left.all}`)
    return callFrom(routing, request, { ...cookie, left, needsTwoSteps })
  }
  if (typeof handler === 'function' && route.method === 'GET') {
    return readEntered(kernel, { token: cookie.token, twoSteps }, async (tx, entered) => ({
      actor: entered.actor,
      answer: await handler(tx as WriteTx, callOf(entered)),
    }))
  }
  const entered = await enterUntil(kernel, cookie.token, twoSteps)
  const { actor } = entered
  const call = callOf(entered)
  if (typeof handler !== 'function')
    return { actor, answer: await handler.direct(kernel, actor, call) }
  return { actor, answer: await kernel.writing(actor, (tx) => handler(tx, call)) }
}

function callFrom(
  routing: Routing,
  request: FastifyRequest,
  session: Call<Route>['session'],
): Call<Route> {
  return {
    params: request.params as never,
    query: request.query as never,
    body: request.body as never,
    session,
    origin: originOf(routing, request),
    device: request.headers['user-agent'] ?? '',
    upload: () => readUpload(request),
  }
}

/** As browsers spell it: without the port that goes without saying. */
function originOf({ address }: Routing, { protocol, host }: FastifyRequest): string {
  return URL.parse(address ?? `${protocol}://${host}`)?.origin ?? `${protocol}://nowhere.invalid`
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: FileAnswer) {
  const disposition = file.inline && !isPageOfItsOwn(request, file) ? 'inline' : 'attachment'
  if (file.uploaded) reply.header('content-security-policy', inert(file, disposition))
  return reply
    .header('content-type', file.media)
    .header(
      'content-disposition',
      `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .header(
      'cache-control',
      file.immutable ? 'public, max-age=31536000, immutable' : 'private, no-store',
    )
    .send(file.bytes instanceof Uint8Array ? Buffer.from(file.bytes) : file.bytes)
}

/** Whatever a browser might take the bytes for, it runs and fetches nothing of them. */
function inert({ media }: FileAnswer, disposition: 'inline' | 'attachment'): string {
  const bare = "default-src 'none'; frame-ancestors 'self'"
  // A browser's own viewer of PDF does not start in a sandbox.
  const isViewed = disposition === 'inline' && media === 'application/pdf'
  return isViewed ? `${bare}; object-src 'self'` : `${bare}; sandbox`
}

const WITHIN_A_PAGE = ['image', 'iframe', 'embed', 'object', 'empty']

/** An uploaded file asked for as a page, or by somebody who does not say, is saved and not shown. */
function isPageOfItsOwn({ headers }: FastifyRequest, { uploaded }: FileAnswer): boolean {
  return uploaded === true && !WITHIN_A_PAGE.includes(String(headers['sec-fetch-dest']))
}

/** An act must come from a page of this product: its own origin, or no browser at all. */
export function refuseOtherSites(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  const sameOrigin = origin === undefined || URL.parse(origin)?.host === request.headers.host
  if ((site !== undefined && site !== 'same-origin' && site !== 'none') || !sameOrigin) {
    refusal('http.cross-site')
  }
}
