import { emitModule } from '@banfa/policy/run'
import { type ReadTx, refusal } from '../kernel/index.ts'
import { loadProgram } from './programs.ts'
import type { Named } from './rulebook-store.ts'

const emitted = new Map<string, string>()

/** The self-check of a service as a JavaScript module that needs nothing else; same text for ever. */
export async function emittedModule(
  tx: ReadTx,
  of: Named & { readonly service: string },
): Promise<string> {
  const program = await loadProgram(tx, of)
  if (!Object.hasOwn(program.services, of.service)) {
    return refusal('rulebook.service-not-found', { pack: of.pack, service: of.service })
  }
  const key = `${program.pack}@${program.version}@${program.digest}#${of.service}`
  const module = emitted.get(key) ?? emitModule(program, of.service)
  emitted.set(key, module)
  return module
}
