import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Settings } from './cli/index.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  BANFA_HOME: z.string().min(1).optional(),
  BANFA_ADDRESS: z.url({ protocol: /^https?$/ }).optional(),
  BANFA_TRUST_PROXY: z.string().optional(),
  BANFA_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(1200),
  BANFA_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  BANFA_METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8240),
})

/** Everything the product is told from outside, read once; see docs/operating.md. */
export type AllSettings = Settings & {
  /** The address people reach the product at, for QR codes; null: where it listens. */
  readonly address: string | null
  readonly trustProxy: readonly string[]
  readonly requestsPerMinute: number
  readonly logLevel: string
  /** Where metrics are served, on loopback; null: nowhere. */
  readonly metricsPort: number | null
  /** Told of what breaks outside a request. */
  readonly onFault: (error: unknown) => void
}

/** Reads the environment. @throws ZodError naming each variable that does not fit */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  around: Pick<AllSettings, 'onFault'>,
): AllSettings {
  const given = environment.parse(env)
  return {
    root: ROOT,
    home: resolve(given.BANFA_HOME ?? join(ROOT, '.banfa')),
    databaseUrl: given.DATABASE_URL ?? null,
    host: given.HOST,
    port: given.PORT,
    address: given.BANFA_ADDRESS ?? null,
    trustProxy: given.BANFA_TRUST_PROXY?.split(',').map((one) => one.trim()) ?? [],
    requestsPerMinute: given.BANFA_REQUESTS_PER_MINUTE,
    logLevel: given.BANFA_LOG,
    metricsPort: given.BANFA_METRICS_PORT ?? null,
    onFault: around.onFault,
  }
}
