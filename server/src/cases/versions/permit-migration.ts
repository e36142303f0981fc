import type { Program } from '@banfa/policy/run'
import { listOffices, mayAct, type Office, permit } from '../../identity/index.ts'
import type { Post, ReadTx } from '../../kernel/index.ts'
import { getMeasure } from '../../rulebook/index.ts'
import { officesFor } from '../standing.ts'

/**
 * The post that signs for the measure in this zone: in the office that issued it, or, where a body
 * outside the zone did, in an office that decides under it. Refuses `identity.forbidden` to others.
 */
export async function permitMigration(tx: ReadTx, pack: string): Promise<Post | null> {
  const { program } = await getMeasure(tx, pack)
  const keys = migratorsOf(program, await listOffices(tx))
  const own = keys.find((officeKey) => mayAct(tx.actor, 'case.migrate', { officeKey }))
  return permit(tx.actor, 'case.migrate', own ? { officeKey: own } : {})
}

/** The keys of the offices that may put open cases under another version. */
export function migratorsOf(program: Program, offices: readonly Pick<Office, 'key'>[]): string[] {
  if (offices.some(({ key }) => key === program.issuer)) return [program.issuer]
  const services = Object.values(program.services)
  return [...new Set(services.flatMap((service) => officesFor({ program, service }, 'decide')))]
}
