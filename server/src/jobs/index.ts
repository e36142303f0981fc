export { type JobsParts, startJobs } from './jobs.ts'
