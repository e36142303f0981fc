import type { TestProject } from 'vitest/node'
import { startTestDatabase, type TestDatabase } from './test-database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    testDatabase: TestDatabase
  }
}

/** Once a run: one server, one migrated template. Vitest calls what is returned when all is over. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { database, stop } = await startTestDatabase(process.env.DATABASE_URL)
  project.provide('testDatabase', database)
  return stop
}
