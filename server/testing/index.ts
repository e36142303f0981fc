/** What tests of rooms and journeys use; benchmarks start the database with startTestDatabase. */
export type { ApplicantTraits, ExpertTraits, OfficerTraits } from './people.ts'
export { cloneDatabase, dropDatabase, startTestDatabase, urlOf } from './test-database.ts'
export type { Zone, ZoneTraits } from './zone.ts'
export { openZone } from './zone.ts'
