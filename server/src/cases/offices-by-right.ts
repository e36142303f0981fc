import { ACTS, type Program, type Service } from '@banfa/policy/run'
import { listOffices } from '../identity/index.ts'
import type { ReadTx } from '../kernel/index.ts'
import { getProgram, listMeasures } from '../rulebook/index.ts'
import { selectCalls } from './call-store.ts'
import { judgedConditions } from './engine.ts'
import { publishersOf } from './open-call.ts'
import { officesFor, rightOf } from './standing.ts'
import { migratorsOf } from './versions/permit-migration.ts'
import type { OfficesByRight } from './views.ts'

/**
 * Which offices the texts in use name for what, in their own name or by delegation: of the measures
 * as they stand, and of every call's own version. Pages offer a room to those offices only.
 */
export async function officesByRight(tx: ReadTx): Promise<OfficesByRight> {
  const texts = [...(await listMeasures(tx)), ...(await selectCalls(tx))]
  const inUse = new Map(texts.map(({ pack, version }) => [`${pack} ${version}`, { pack, version }]))
  const here = await listOffices(tx)
  const offices = new Map<string, Set<string>>()
  const add = (right: string, keys: readonly string[]) =>
    offices.set(right, new Set([...(offices.get(right) ?? []), ...keys]))
  for (const { pack, version } of inUse.values()) {
    const program = await getProgram(tx, pack, version)
    add('call.open', publishersOf(program))
    add('case.migrate', migratorsOf(program, here))
    for (const service of Object.values(program.services)) {
      for (const act of ACTS) add(rightOf(act), officesFor({ program, service }, act))
      add('case.judge', judgesOf(program, service))
      add('expert.list', officesFor({ program, service }, 'assign'))
    }
  }
  return offices
}

function judgesOf(program: Program, service: Service): string[] {
  return judgedConditions(program, service).map(({ by }) => by)
}
