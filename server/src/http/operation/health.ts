import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { type Kernel, reader } from '../../kernel/index.ts'

/** A database that takes longer than this to say yes does not serve anybody. */
const PATIENCE = 2_000

/**
 * `/healthz`: the process lives. `/readyz`: it can serve, that is, the database answers; 503 with the
 * reason otherwise, so that a balancer sends people elsewhere and a supervisor does not restart what
 * only waits.
 */
export function answerHealth(app: FastifyInstance, kernel: Kernel): void {
  app.get('/healthz', { logLevel: 'silent', schema: { hide: true } }, () => ({ alive: true }))
  app.get('/readyz', { logLevel: 'silent', schema: { hide: true } }, async (_request, reply) => {
    const isReady = await answers(kernel)
    return reply
      .status(isReady ? 200 : 503)
      .send(isReady ? { ready: true } : { ready: false, waitsFor: 'database' })
  })
}

/** The two addresses in openapi.json: for machines, without a sign-in and without the shape of refusals. */
export function healthDocument() {
  return {
    '/healthz': { get: asked('isAlive', 'Whether the process lives', { '200': ['alive'] }) },
    '/readyz': {
      get: asked('isReady', 'Whether it can serve', {
        '200': ['ready'],
        '503': ['ready', 'waitsFor'],
      }),
    },
  }
}

function asked(operationId: string, summary: string, answers: Record<string, readonly string[]>) {
  const responses = Object.entries(answers).map(([status, names]) => [
    status,
    { description: status === '200' ? 'Yes' : 'Not now', content: jsonOf(names) },
  ])
  const responded = Object.fromEntries(responses)
  return { operationId, summary, tags: ['operation'], security: [{}], responses: responded }
}

function jsonOf(names: readonly string[]) {
  const types = names.map((name) => [name, { type: name === 'waitsFor' ? 'string' : 'boolean' }])
  const schema = { type: 'object', properties: Object.fromEntries(types), required: names }
  return { 'application/json': { schema } }
}

async function answers(kernel: Kernel): Promise<boolean> {
  const asked = kernel
    .reading({ kind: 'system', job: 'readiness' }, (tx) => sql`select 1`.execute(reader(tx)))
    .then(
      () => true,
      () => false,
    )
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), PATIENCE).unref()
  })
  return Promise.race([asked, late])
}
