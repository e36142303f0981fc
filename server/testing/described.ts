import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { openapiDocument } from '../src/http/index.ts'

type Described = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly responses: Readonly<Record<string, Answer>> }
}
type Answer = { readonly $ref?: string; readonly content?: Readonly<Record<string, object>> }
type Operation = { readonly responses: Readonly<Record<string, Answer>> }

/** Every method and address that openapi.json names, such as `GET /api/cases/:id`. */
export async function describedRoutes(): Promise<readonly string[]> {
  const { paths } = (await openapiDocument()) as Described
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(
      (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    ),
  )
}

/**
 * Holds each answer of a server against openapi.json: its status, its media type, and, where it is
 * JSON, its content. Call before the server is asked anything.
 * @returns what differed so far, each thing once.
 */
export async function holdToDescription(app: FastifyInstance): Promise<() => readonly string[]> {
  const judge = judgeOf((await openapiDocument()) as Described)
  const wrong = new Set<string>()
  app.addHook('onSend', async (request, reply, payload) => {
    const { url } = request.routeOptions
    if (!url || request.method === 'HEAD') return
    const says = judge({ url, request, reply, payload })
    if (says) wrong.add(`${request.method} ${url}: ${says}`)
  })
  return () => [...wrong]
}

type Sent = {
  readonly url: string
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly payload: unknown
}

function judgeOf(document: Described) {
  const schemas = schemasOf(document)
  return ({ url, request, reply, payload }: Sent): string | null => {
    const found = answerIn(document, { url, request, reply })
    if (!found) return `answers ${reply.statusCode}`
    const media = String(reply.getHeader('content-type')).split(';')[0] ?? ''
    if (!found.answer?.content?.[media]) return `answers ${reply.statusCode} as ${media}`
    if (media !== 'application/json' || typeof payload !== 'string') return null
    return schemas([...found.at, 'content', media, 'schema'], payload)
  }
}

/** What is said of a status, exactly or of its hundred, and where it is said. */
function answerIn(
  { paths, components }: Described,
  { url, request, reply }: Omit<Sent, 'payload'>,
) {
  const path = url.replaceAll(/:(\w+)/g, '{$1}')
  const method = request.method.toLowerCase()
  const responses = paths[path]?.[method]?.responses ?? {}
  const exact = `${reply.statusCode}`
  const status = [exact, `${exact[0]}XX`].find((one) => responses[one])
  if (!status) return null
  const name = responses[status]?.$ref?.split('/').at(-1)
  return name
    ? { answer: components.responses[name], at: ['components', 'responses', name] }
    : { answer: responses[status], at: ['paths', path, method, 'responses', status] }
}

/** What a JSON text differs in from the schema at a place of the document; null when in nothing. */
function schemasOf(document: object) {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  ajvFormats.default(ajv)
  ajv.addSchema(document, 'openapi.json')
  const compiled = new Map<string, ValidateFunction>()
  return (place: readonly string[], text: string): string | null => {
    const steps = place.map((one) =>
      encodeURIComponent(one.replaceAll('~', '~0').replaceAll('/', '~1')),
    )
    const $ref = `openapi.json#/${steps.join('/')}`
    const fits = compiled.get($ref) ?? ajv.compile({ $ref })
    compiled.set($ref, fits)
    return fits(JSON.parse(text)) ? null : `${place.at(-4)} ${ajv.errorsText(fits.errors)}`
  }
}
