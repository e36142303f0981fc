import { UNITS } from '../values/unit.ts'
import { RUNTIME_FACTS } from './runtime-facts.ts'
import { RUNTIME_FINDINGS } from './runtime-findings.ts'
import { RUNTIME_VALUES } from './runtime-values.ts'

const UNIT_TABLE = JSON.stringify(
  Object.fromEntries(
    [...UNITS.values()].map(({ name, dimension, factor }) => [
      name,
      [dimension, factor.over, factor.under],
    ]),
  ),
)

/** What an emitted module stands on. */
export const RUNTIME = `
const UNITS = ${UNIT_TABLE}
${RUNTIME_VALUES}${RUNTIME_FACTS}${RUNTIME_FINDINGS}`
