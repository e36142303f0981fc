import { type CaseId, type MigrationId, migrations } from '../../cases/index.ts'
import { parseId } from '../../kernel/index.ts'
import type { Some } from '../call.ts'
import type { migrationRoutes } from '../contract/migration-routes.ts'

export const migrationHandlers: Some<keyof typeof migrationRoutes> = {
  listMigrations: (tx, { params }) => migrations.list(tx, params.pack),
  previewMigration: (tx, { params, query }) =>
    migrations.preview(tx, { pack: params.pack, to: query.to }),
  migrateCases: (tx, { params, body }) => {
    const cases = body.cases.map((one) => parseId<CaseId>(one))
    return migrations.migrate(tx, { ...body, pack: params.pack, cases })
  },
  undoMigration: (tx, { params, body }) =>
    migrations.undo(tx, {
      ...body,
      pack: params.pack,
      migration: parseId<MigrationId>(params.id),
    }),
}
