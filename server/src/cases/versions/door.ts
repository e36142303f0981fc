import { listMigrations } from './list-migrations.ts'
import { migrateCases } from './migrate-cases.ts'
import { previewMigration } from './preview-migration.ts'
import { undoMigration } from './undo-migration.ts'

/** 在办件迁移: seen beforehand, done by an explicit act, undone as long as nothing came after. */
export const migrations = {
  preview: previewMigration,
  migrate: migrateCases,
  undo: undoMigration,
  list: listMigrations,
}
