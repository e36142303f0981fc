import { z } from 'zod'
import * as c from './cases.ts'
import { pack, type Route } from './route.ts'
import { Day, Id, named, Words } from './terms.ts'

/** Why a case stays as it is, with the article where one says so. */
const Stop = z.object({ says: Words, cite: z.string().nullable() })

const UnderVersion = named(
  'UnderVersion',
  z.object({
    version: z.string(),
    answer: z.enum(['met', 'not-met', 'unknown', 'unavailable']),
    step: z.object({ act: c.Act, title: Words, by: Words }).nullable(),
    due: Day.nullable(),
  }),
)

const MigrationLine = named(
  'MigrationLine',
  z.object({
    caseId: Id,
    number: z.string().nullable(),
    party: z.string(),
    service: Words,
    stage: c.Stage,
    before: UnderVersion,
    after: UnderVersion.nullable(),
    missing: z.array(
      z.object({
        kind: z.enum(['paper', 'fact']),
        name: z.string(),
        title: Words,
        cite: z.string(),
      }),
    ),
    stop: Stop.nullable(),
  }),
)

/** The lines are the first 500; `count` counts them all. */
const MigrationPreview = named(
  'MigrationPreview',
  z.object({
    pack: z.string(),
    to: z.string(),
    rule: z.object({ title: Words, cite: z.string(), version: z.string() }).nullable(),
    count: z.number().int(),
    lines: z.array(MigrationLine),
  }),
)

const Migrated = named(
  'Migrated',
  z.object({
    id: Id,
    lines: z.array(
      z.object({
        caseId: Id,
        number: z.string().nullable(),
        party: z.string(),
        stop: Stop.nullable(),
      }),
    ),
  }),
)

const MigrationDone = named(
  'MigrationDone',
  z.object({
    id: Id,
    to: z.string(),
    on: Day,
    by: z.string(),
    reason: z.string(),
    cite: z.string().nullable(),
    cases: z.array(Id),
    undone: z.array(Id),
  }),
)

const reason = z.string().trim().min(4).max(500)

/** 在办件迁移: open cases put under the version in force, by an explicit act. */
export const migrationRoutes = {
  listMigrations: {
    method: 'GET',
    url: '/api/measures/:pack/migrations',
    right: 'case.migrate',
    says: 'Migrations of a measure’s open cases so far, the newest first',
    params: pack,
    answer: z.array(MigrationDone),
  },
  previewMigration: {
    method: 'GET',
    url: '/api/measures/:pack/migrations/preview',
    right: 'case.migrate',
    says: 'What moving the open cases to the version in force would do to each; nothing is written',
    params: pack,
    query: z.object({ to: z.string().max(100) }),
    answer: MigrationPreview,
  },
  migrateCases: {
    method: 'POST',
    url: '/api/measures/:pack/migrations',
    right: 'case.migrate',
    says: 'Put open cases under the version in force 在办件迁移, 500 at most',
    params: pack,
    body: z.object({ to: z.string().max(100), cases: z.array(Id).min(1).max(500), reason }),
    answer: Migrated,
  },
  undoMigration: {
    method: 'POST',
    url: '/api/measures/:pack/migrations/:id/undo',
    right: 'case.migrate',
    says: 'Take a migration back for the cases nothing has happened to since',
    params: pack.extend({ id: Id }),
    body: z.object({ reason }),
    answer: Migrated,
  },
} as const satisfies Record<string, Route>
