import type { Selectable } from 'kysely'
import { type ReadTx, reader, type WriteTx, writer } from '../kernel/index.ts'
import type { CaseId } from './ids.ts'
import type { Tables } from './tables.ts'

export type AssignedExpert = Omit<Selectable<Tables['case_experts']>, 'zone_id' | 'case_id'>
export type Judgement = Omit<Selectable<Tables['judgements']>, 'zone_id' | 'case_id'>

export async function insertExperts(
  tx: WriteTx,
  id: CaseId,
  experts: readonly AssignedExpert[],
): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('case_experts')
    .values(experts.map((expert) => ({ ...expert, zone_id: tx.zone, case_id: id })))
    .execute()
}

/** Who reviews, as far as the viewer may know: an expert sees only themself. */
export async function selectExperts(tx: ReadTx, id: CaseId): Promise<AssignedExpert[]> {
  return reader<Tables>(tx)
    .selectFrom('case_experts')
    .select(['person_id', 'name', 'employer', 'assigned_on'])
    .where('zone_id', '=', tx.zone)
    .where('case_id', '=', id)
    .orderBy('person_id')
    .execute()
}

export async function insertJudgements(
  tx: WriteTx,
  id: CaseId,
  judgements: readonly Judgement[],
): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('judgements')
    .values(judgements.map((one) => ({ ...one, zone_id: tx.zone, case_id: id })))
    .execute()
}

export async function selectJudgements(tx: ReadTx, id: CaseId): Promise<Judgement[]> {
  return reader<Tables>(tx)
    .selectFrom('judgements')
    .select([
      'condition',
      'person_id',
      'by_expert',
      'name',
      'answer',
      'points',
      'reason',
      'answered_on',
    ])
    .where('zone_id', '=', tx.zone)
    .where('case_id', '=', id)
    .orderBy('condition')
    .orderBy('person_id')
    .execute()
}
