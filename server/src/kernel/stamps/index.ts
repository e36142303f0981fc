export { readStamps, type StampsRead, stampAnchors } from './stamps.ts'
