import type { RefusalCatalogue } from '../kernel/index.ts'
import { refusals as ofHttp } from './refusals.ts'

/** The sentences of every room, looked up by code. */
export const catalogue: RefusalCatalogue = { ...ofHttp }
