import { z } from 'zod'
import { Day, named } from './terms.ts'

/** One entry of the record as an auditor reads it. */
export const AuditEntry = named(
  'AuditEntry',
  z.object({
    seq: z.number().int(),
    at: z.string(),
    on: Day,
    act: z.string(),
    by: z.string(),
    office: z.string().nullable(),
    subject: z.object({ kind: z.string(), id: z.string() }),
    reason: z.string().nullable(),
    cite: z.string().nullable(),
    hash: z.string(),
  }),
)
