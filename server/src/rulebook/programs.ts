import { type Program, upgraded } from '@banfa/policy/run'
import { type ReadTx, refusal } from '../kernel/index.ts'
import { findVersion, type Named, selectPrograms } from './rulebook-store.ts'

type Pinned = Named & { readonly digest: string }

// Content never changes under a digest, so a program is read and frozen once a process. Pack and
// version are part of the key: two versions may be alike word for word.
const known = new Map<string, Program>()

const keyOf = (of: Pinned) => `${of.pack}@${of.version}@${of.digest}`

/** Programs by pack, version and digest; those not yet known come in one statement. */
export async function loadPrograms(tx: ReadTx, wanted: readonly Pinned[]): Promise<Program[]> {
  const missing = wanted.filter((one) => !known.has(keyOf(one)))
  if (missing.length > 0) {
    const digests = [...new Set(missing.map((one) => one.digest))]
    for (const program of await selectPrograms(tx, digests)) {
      known.set(keyOf(program), frozen(upgraded(program)))
    }
  }
  return wanted.map((one) => known.get(keyOf(one)) ?? refusal('rulebook.version-not-found', one))
}

/** One version's program; refuses `rulebook.version-not-found`. */
export async function loadProgram(tx: ReadTx, of: Named): Promise<Program> {
  const installed = await findVersion(tx, of)
  if (!installed) return refusal('rulebook.version-not-found', of)
  const [program] = await loadPrograms(tx, [installed])
  return program ?? refusal('rulebook.version-not-found', of)
}

function frozen<Part>(part: Part): Part {
  if (typeof part === 'object' && part !== null) {
    for (const inner of Object.values(part)) frozen(inner)
    Object.freeze(part)
  }
  return part
}
