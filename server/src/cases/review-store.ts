import type { Selectable } from 'kysely'
import {
  type Day,
  type PersonId,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import { roundOf } from './case.ts'
import type { OpenCase } from './open-case.ts'
import type { Tables } from './tables.ts'

/** Experts and answers are of the round that runs. */
type InRound = Pick<OpenCase, 'id' | 'state'>

export type AssignedExpert = Pick<
  Selectable<Tables['case_experts']>,
  'person_id' | 'name' | 'employer' | 'assigned_on'
>
/** 回避: who was assigned and stood aside. */
export type RecusedExpert = Pick<AssignedExpert, 'person_id' | 'name'> & {
  readonly on: Day
  readonly reason: string
}
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
    .where('recused_on', 'is', null)
    .orderBy('person_id')
    .execute()
}

/** Who stood aside in the round, as far as the viewer may know. */
export async function selectRecused(tx: ReadTx, of: InRound): Promise<RecusedExpert[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('case_experts')
    .select(['person_id', 'name', 'recused_on', 'recused_why'])
    .where('zone_id', '=', tx.zone)
    .where('case_id', '=', of.id)
    .where('round', '=', roundOf(of.state))
    .where('recused_on', 'is not', null)
    .orderBy('recused_on')
    .orderBy('person_id')
    .execute()
  return rows.flatMap(({ person_id, name, recused_on: on, recused_why: reason }) =>
    on === null || reason === null ? [] : [{ person_id, name, on, reason }],
  )
}

export async function endAssignment(
  tx: WriteTx,
  of: InRound,
  { expert, reason }: { readonly expert: PersonId; readonly reason: string },
): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('case_experts')
    .set({ recused_on: tx.today, recused_why: reason })
    .where('zone_id', '=', tx.zone)
    .where('case_id', '=', of.id)
    .where('round', '=', roundOf(of.state))
    .where('person_id', '=', expert)
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
