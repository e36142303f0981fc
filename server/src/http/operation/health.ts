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
