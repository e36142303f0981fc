import { type Program, upgraded } from '@banfa/policy/run'
import { type ReadTx, refusal } from '../kernel/index.ts'
import { findVersion, type Named, selectPrograms } from './rulebook-store.ts'

export type Pinned = Named & { readonly digest: string }

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

// Which program a name stood for in this transaction: a version once installed stays as it is.
const found = new WeakMap<ReadTx, Map<string, Program>>()

/** One version's program; refuses `rulebook.version-not-found`. */
export async function loadProgram(tx: ReadTx, of: Named): Promise<Program> {
  const seen = found.get(tx)?.get(`${of.pack}@${of.version}`)
  if (seen) return seen
  const installed = await findVersion(tx, of)
  return installed ? loadPinned(tx, installed) : refusal('rulebook.version-not-found', of)
}

/** The same where the digest is known already; refuses `rulebook.version-not-found`. */
export async function loadPinned(tx: ReadTx, of: Pinned): Promise<Program> {
  const [program] = await loadPrograms(tx, [of])
  if (!program) return refusal('rulebook.version-not-found', of)
  const seen = found.get(tx) ?? new Map<string, Program>()
  found.set(tx, seen.set(`${of.pack}@${of.version}`, program))
  return program
}

function frozen<Part>(part: Part): Part {
  if (typeof part === 'object' && part !== null) {
    for (const inner of Object.values(part)) frozen(inner)
    Object.freeze(part)
  }
  return part
}
