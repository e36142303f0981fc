import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Settings } from './cli/index.ts'
import {
  NIST_RULES,
  type PasswordRules,
  type ProviderSettings,
  TWO_STEPS_FOR,
  type TwoStepsFor,
} from './identity/index.ts'
import type { MailSettings } from './outbox/index.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  BANFA_HOME: z.string().min(1).optional(),
  BANFA_ADDRESS: z.url({ protocol: /^https?$/ }).optional(),
  BANFA_CLAMD: z.url({ protocol: /^(tcp|unix)$/ }).optional(),
  BANFA_TRUST_PROXY: z.string().optional(),
  BANFA_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(1200),
  BANFA_STRANGERS_PER_HOUR: z.coerce.number().int().min(1).default(60),
  BANFA_KEY: z
    .string()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((key) => key.length === 32, '32 bytes in base64')
    .optional(),
  BANFA_PASSWORD_LENGTH: z.coerce.number().int().min(8).max(64).default(NIST_RULES.least),
  BANFA_PASSWORD_KINDS: z.coerce.number().int().min(1).max(4).default(NIST_RULES.kinds),
  BANFA_PASSWORD_COMMON: z.enum(['refused', 'allowed']).default('refused'),
  BANFA_TWO_STEPS: z.enum(TWO_STEPS_FOR).optional(),
  BANFA_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  BANFA_OIDC_CLIENT: z.string().min(1).default('banfa'),
  BANFA_OIDC_SECRET: z.string().default(''),
  BANFA_OIDC_TITLE: z.string().min(1).default('统一身份认证'),
  BANFA_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  BANFA_SMTP_FROM: z.string().regex(/@/).optional(),
  BANFA_SMTP_PLAIN: z.enum(['refused', 'allowed']).default('refused'),
  BANFA_WEBHOOK_NETWORKS: z.string().default(''),
  BANFA_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  BANFA_TIME_AUTHORITY: z.url({ protocol: /^https?$/ }).optional(),
  BANFA_METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8240),
})

/** Everything the product is told from outside, read once; see docs/operating.md. */
export type AllSettings = Settings & {
  /** The address people reach the product at, for QR codes; null: where it listens. */
  readonly address: string | null
  /** ClamAV's daemon; null: uploads are inspected but not scanned. */
  readonly clamd: string | null
  readonly trustProxy: readonly string[]
  readonly requestsPerMinute: number
  readonly strangersPerHour: number
  readonly logLevel: string
  /** What seals the secrets of code generators; null: a key kept in the data folder. */
  readonly key: Buffer | null
  readonly passwordRules: PasswordRules
  /** Whose posts need two steps; null: the administrators' outside a demo. */
  readonly twoSteps: TwoStepsFor | null
  /** A provider of OpenID Connect; null: none. */
  readonly provider: ProviderSettings | null
  /** Where metrics are served, on loopback; null: nowhere. */
  readonly metricsPort: number | null
  /** Stamps each anchor of the record (RFC 3161); null: nobody. */
  readonly timeAuthority: string | null
  /** A mail server; null: e-mail is kept in the outbox and sent to nobody. */
  readonly mail: MailSettings | null
  /** Networks that webhooks may call though they are not public, `10.2.0.0/16`. */
  readonly webhookNetworks: readonly string[]
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
    clamd: given.BANFA_CLAMD ?? null,
    trustProxy: given.BANFA_TRUST_PROXY?.split(',').map((one) => one.trim()) ?? [],
    requestsPerMinute: given.BANFA_REQUESTS_PER_MINUTE,
    strangersPerHour: given.BANFA_STRANGERS_PER_HOUR,
    logLevel: given.BANFA_LOG,
    key: given.BANFA_KEY ?? null,
    passwordRules: {
      least: given.BANFA_PASSWORD_LENGTH,
      kinds: given.BANFA_PASSWORD_KINDS as PasswordRules['kinds'],
      common: given.BANFA_PASSWORD_COMMON === 'refused',
    },
    twoSteps: given.BANFA_TWO_STEPS ?? null,
    provider: providerOf(given),
    timeAuthority: given.BANFA_TIME_AUTHORITY ?? null,
    metricsPort: given.BANFA_METRICS_PORT ?? null,
    mail: mailOf(given),
    webhookNetworks: given.BANFA_WEBHOOK_NETWORKS.split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    onFault: around.onFault,
  }
}

function mailOf(given: z.output<typeof environment>): MailSettings | null {
  const { BANFA_SMTP_URL: url, BANFA_SMTP_FROM: from, BANFA_SMTP_PLAIN: plain } = given
  if (!url) return null
  if (!from) throw new Error('BANFA_SMTP_URL needs BANFA_SMTP_FROM, the address it sends from')
  return { url, from, allowPlain: plain === 'allowed' }
}

function providerOf(given: z.output<typeof environment>): ProviderSettings | null {
  const { BANFA_OIDC_ISSUER: issuer } = given
  if (!issuer) return null
  return {
    issuer,
    clientId: given.BANFA_OIDC_CLIENT,
    clientSecret: given.BANFA_OIDC_SECRET,
    title: given.BANFA_OIDC_TITLE,
    allowHttp: ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(issuer).hostname),
  }
}
