import type { Selectable } from 'kysely'
import { type ReadTx, reader, type WriteTx, writer } from '../kernel/index.ts'
import { roundOf } from './case.ts'
import type { OpenCase } from './open-case.ts'
import type { Tables } from './tables.ts'

/** Experts and answers are of the round that runs. */
type InRound = Pick<OpenCase, 'id' | 'state'>

export type AssignedExpert = Omit<
  Selectable<Tables['case_experts']>,
  'zone_id' | 'case_id' | 'round'
>
export type Judgement = Omit<Selectable<Tables['judgements']>, 'zone_id' | 'case_id' | 'round'>

export async function insertExperts(
  tx: WriteTx,
  of: InRound,
  experts: readonly AssignedExpert[],
): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('case_experts')
    .values(
      experts.map((expert) => ({
        ...expert,
        zone_id: tx.zone,
        case_id: of.id,
        round: roundOf(of.state),
      })),
    )
    .execute()
}

/** Who reviews, as far as the viewer may know: an expert sees only themself. */
export async function selectExperts(tx: ReadTx, of: InRound): Promise<AssignedExpert[]> {
  return reader<Tables>(tx)
    .selectFrom('case_experts')
    .select(['person_id', 'name', 'employer', 'assigned_on'])
    .where('zone_id', '=', tx.zone)
    .where('case_id', '=', of.id)
    .where('round', '=', roundOf(of.state))
    .orderBy('person_id')
    .execute()
}

export async function insertJudgements(
  tx: WriteTx,
  of: InRound,
  judgements: readonly Judgement[],
): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('judgements')
    .values(
      judgements.map((one) => ({
        ...one,
        zone_id: tx.zone,
        case_id: of.id,
        round: roundOf(of.state),
      })),
    )
    .execute()
}

export async function selectJudgements(tx: ReadTx, of: InRound): Promise<Judgement[]> {
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
    .where('case_id', '=', of.id)
    .where('round', '=', roundOf(of.state))
    .orderBy('condition')
    .orderBy('person_id')
    .execute()
}
