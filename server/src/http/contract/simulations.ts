import { z } from 'zod'
import { Day, Id, named, Words } from './terms.ts'

const Sum = z.object({ firms: z.number().int(), fen: z.number() })

/** One service of a draft beside the text in force. */
export const ComparedView = named(
  'ComparedView',
  z.object({
    service: z.string(),
    title: Words,
    now: Sum.nullable(),
    draft: Sum.nullable(),
    gains: z.number().int(),
    falls: z.number().int(),
    open: z.number().int(),
    barred: z.number().int(),
    freed: z.number().int(),
    reasons: z.array(
      z.object({ condition: z.string(), title: Words, cite: z.string(), firms: z.number().int() }),
    ),
    groups: z.array(
      z.object({
        by: z.enum(['district', 'industry', 'size']),
        name: Words,
        now: Sum,
        draft: Sum,
        gains: z.number().int(),
        falls: z.number().int(),
      }),
    ),
  }),
)

export const SimulationView = named(
  'SimulationView',
  z.object({
    id: Id,
    pack: z.string(),
    draftVersion: z.string(),
    against: z.string(),
    on: Day,
    firms: z.number().int(),
    milliseconds: z.number().int(),
    compared: z.array(ComparedView),
    thresholds: z.array(
      z.object({
        condition: z.string(),
        title: Words,
        cite: z.string(),
        fact: Words,
        is: z.string(),
        number: z.number(),
        unit: z.string().nullable(),
      }),
    ),
  }),
)

export const SimulateInput = named(
  'Simulate',
  z.object({
    pack: z.string().max(80),
    draft: z.object({
      version: z.string().max(80),
      /** Files changed and not installed, as the pack editor keeps them; null for one taken away. */
      edits: z.record(z.string().max(200), z.string().max(400_000).nullable()).default({}),
    }),
    against: z.string().max(80),
  }),
)

export const RunInput = named(
  'RunSimulation',
  z.object({
    moved: z
      .array(z.object({ condition: z.string().max(120), number: z.number().min(0).max(1e12) }))
      .max(20),
  }),
)

export const ChangedFirm = named(
  'ChangedFirm',
  z.object({
    party: Id,
    name: z.string(),
    creditCode: z.string().nullable(),
    change: z.enum(['gains', 'falls', 'open', 'barred', 'freed']),
    reasons: z.array(z.object({ cite: z.string(), reads: Words })),
  }),
)
