import type { Program } from './program.ts'

/** What programs of an earlier day may lack: they were made before the language had the words. */
const LATER = {
  records: {},
  values: {},
  source: null,
  transitional: [],
  rankings: [],
  targets: [],
  actions: [],
} as const

/**
 * A stored program in today's shape. Its digest stays that of what was installed: nothing it says
 * is changed, only what it could not say yet is said to be empty.
 */
export function upgraded(program: Program): Program {
  const services = Object.fromEntries(
    Object.entries(program.services).map(([name, service]) => [
      name,
      { ...PAYS_NOTHING, ...service },
    ]),
  )
  return { ...LATER, ...program, services }
}

const PAYS_NOTHING = { pays: null } as const
