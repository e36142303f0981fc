export { readStamps, type StampsRead, stampAnchor } from './stamps.ts'
