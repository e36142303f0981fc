import type { RefusalCatalogue } from '../kernel/index.ts'

export const refusals: RefusalCatalogue = {}
