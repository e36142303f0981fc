import { createServer } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** Seconds a request took, by route and answer, beside what Node tells of the process. */
export type Metrics = {
  watch(app: FastifyInstance): void
  /** The text of the Prometheus exposition format 0.0.4. */
  text(): Promise<string>
}

export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'banfa_http_request_seconds',
    help: 'Time to answer, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.015, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  return {
    watch(app) {
      app.addHook('onResponse', async (request, reply) => {
        // The route, never the address: that has people's names and numbers in it.
        const route = request.routeOptions.url ?? 'none'
        seconds
          .labels(request.method, route, String(reply.statusCode))
          .observe(reply.elapsedTime / 1000)
      })
    },
    text: () => registry.metrics(),
  }
}

/** Serves the metrics on a port of their own, which is for the inside only. */
export async function serveMetrics(metrics: Metrics, at: { host: string; port: number }) {
  const server = createServer((_request, response) => {
    metrics.text().then(
      (text) => response.setHeader('content-type', 'text/plain; version=0.0.4').end(text),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(at.port, at.host, resolve)
  })
  return { close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}
