import { drawProcedure, writeBpmn } from '@banfa/policy/bpmn'
import { type ReadTx, refusal } from '../kernel/index.ts'
import { loadProgram } from './programs.ts'
import type { Named } from './rulebook-store.ts'

/**
 * The procedure of a service as a BPMN 2.0 file with its diagram.
 * Refuses a service the version has not, and one that is only matched so far.
 */
export async function drawnProcedure(
  tx: ReadTx,
  of: Named & { readonly service: string },
): Promise<string> {
  const program = await loadProgram(tx, of)
  const service = Object.hasOwn(program.services, of.service) && program.services[of.service]
  const named = { pack: of.pack, service: of.service }
  if (!service) return refusal('rulebook.service-not-found', named)
  if (service.route.length === 0) return refusal('rulebook.no-route', named)
  return writeBpmn(drawProcedure(program, of.service))
}
