/** The door for whoever starts the product: main, the command line, tests. Rooms have no business here. */
export { attachEmbedded } from './attach.ts'
export { databaseRefusals } from './database-refusals.ts'
export type { Embedded, EmbeddedOptions } from './embedded.ts'
export { startEmbedded } from './embedded.ts'
export { migrate } from './migrate.ts'
export type { Pool, PoolOptions } from './pool.ts'
export { closePool, openPool, withClient } from './pool.ts'
