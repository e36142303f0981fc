export { readToken } from './read-token.ts'
export { requestStamp } from './request-stamp.ts'
export { readStamps, type StampsRead, stampAnchor } from './stamps.ts'
