import { statfs } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { type Kernel, reader } from '../../kernel/index.ts'

/** A database that takes longer than this to say yes does not serve anybody. */
const PATIENCE = 2_000

/** With less room than this the next papers or the next day's log may not fit. */
const LEAST_ROOM = 24 * 1024 * 1024

export type Watched = {
  readonly kernel: Kernel
  /** Folders the product writes to; each may be on a disk of its own. */
  readonly folders: readonly string[]
}

/**
 * `/healthz`: the process lives. `/readyz`: it can serve, that is, the database answers and there is
 * room on every disk the product writes to; 503 with the reason otherwise, so that a balancer sends
 * people elsewhere and a supervisor does not restart what only waits.
 */
export function answerHealth(app: FastifyInstance, { kernel, folders }: Watched): void {
  app.get('/healthz', { logLevel: 'silent', schema: { hide: true } }, () => ({ alive: true }))
  app.get('/readyz', { logLevel: 'silent', schema: { hide: true } }, async (_request, reply) => {
    const waitsFor = (await isFull(folders)) ? 'disk' : (await answers(kernel)) ? null : 'database'
    return reply
      .status(waitsFor === null ? 200 : 503)
      .send(waitsFor === null ? { ready: true } : { ready: false, waitsFor })
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

/** A folder that is not there yet has no say. */
async function isFull(folders: readonly string[]): Promise<boolean> {
  const rooms = await Promise.all(folders.map((folder) => statfs(folder).catch(() => null)))
  return rooms.some((room) => room !== null && room.bavail * room.bsize < LEAST_ROOM)
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
