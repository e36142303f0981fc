import swagger from '@fastify/swagger'
import Fastify from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import type { Route } from './contract/route.ts'
import { routes } from './contract/routes.ts'
import { Refusal } from './contract/terms.ts'
import { describeRoute, type Operation, ofAllRoutes, waysIn } from './describe-route.ts'
import { healthDocument } from './operation/health.ts'
import { webhookDocument } from './webhook-document.ts'

const named = Object.entries(routes) as [string, Route][]

/** The schema part of one route, as Fastify and openapi.json want it. */
export function schemaOf(name: string, route: Route) {
  const file = route.answer === 'file'
  return {
    operationId: name,
    summary: route.says,
    tags: [route.right.split('.')[0] ?? 'other'],
    ...(route.params && { params: route.params }),
    ...(route.query && { querystring: route.query }),
    ...(route.body && { body: route.body }),
    ...(route.upload && { consumes: ['multipart/form-data'] }),
    response: { ...(file ? {} : { 200: route.answer }), '4xx': Refusal },
  }
}

/**
 * The contract as an OpenAPI 3.1 document, from the route table alone.
 * @returns plain JSON, stable for the same table, so that a diff is a change of the interface.
 */
export async function openapiDocument(): Promise<object> {
  const app = Fastify()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Banfa 有办法', version: '0.1.0' } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  for (const [name, route] of named) {
    app.route({
      method: route.method,
      url: route.url,
      schema: schemaOf(name, route),
      handler: () => null,
    })
  }
  await app.ready()
  const document = app.swagger() as unknown as Document
  await app.close()
  return { ...withoutUnused(wholly(document)), webhooks: webhookDocument() }
}

type Paths = Record<string, Record<string, Operation>>
type Document = { components?: { schemas?: Record<string, unknown> }; paths?: Paths }

/** Each route with what its schemas do not tell, and the addresses that stand outside the contract. */
function wholly({ components, paths = {}, ...document }: Document): Document {
  const byName: Readonly<Record<string, Route>> = routes
  const of = (operation: Operation) => {
    const route = byName[operation.operationId]
    return route ? describeRoute(operation, route) : operation
  }
  const described = Object.entries(paths).map(([url, methods]) => [
    url,
    Object.fromEntries(Object.entries(methods).map(([method, one]) => [method, of(one)])),
  ])
  return {
    ...document,
    components: { ...components, responses: ofAllRoutes, securitySchemes: waysIn },
    paths: { ...Object.fromEntries(described), ...healthDocument() },
  } as Document
}

/** The emitter writes each named schema twice (as sent, as received); what nothing points at goes. */
function withoutUnused(document: Document): object {
  const schemas = document.components?.schemas ?? {}
  const pointers = JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)
  const used = new Set([...pointers].map(([, name]) => name))
  const kept = Object.entries(schemas).filter(([name]) => used.has(name))
  if (kept.length === Object.keys(schemas).length) return document
  return withoutUnused({
    ...document,
    components: { ...document.components, schemas: Object.fromEntries(kept) },
  })
}
