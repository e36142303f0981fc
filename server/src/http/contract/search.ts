import { z } from 'zod'
import type { Route } from './route.ts'
import { Id, named, Words } from './terms.ts'

/** What is found, in the order it is shown. */
export const FOUND = [
  'case',
  'party',
  'objection',
  'sanction',
  'change',
  'certificate',
  'letter',
  'notice',
  'meeting',
  'consultation',
] as const

export const FoundLine = named(
  'FoundLine',
  z.object({
    /** What its page is called by: an identifier, the number of a certificate. */
    id: z.string(),
    /** The case it belongs to. */
    caseId: Id.nullable(),
    title: Words,
    number: z.string().nullable(),
    /** The organisation it is about. */
    party: z.string().nullable(),
    on: z.string().nullable(),
  }),
)
const FoundGroup = named(
  'FoundGroup',
  z.object({
    kind: z.enum(FOUND),
    rows: z.array(FoundLine),
    /** There are others than those shown. */
    more: z.boolean(),
  }),
)

export const searchRoutes = {
  search: {
    method: 'GET',
    url: '/api/search',
    right: 'search.find',
    says: 'Everything one may see that a text names: a few of each kind',
    query: z.object({ text: z.string().max(80) }),
    answer: z.array(FoundGroup),
  },
} as const satisfies Record<string, Route>
