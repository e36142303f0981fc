export { type JobsParts, startJobs } from './jobs.ts'
export { matchHandlers, matchWholeZone } from './match.ts'
