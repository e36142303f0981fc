import { type PersonId, type ReadTx, reader, type WriteTx, writer } from '../kernel/index.ts'
import { roundOf } from './case.ts'
import type { DrawId } from './ids.ts'
import type { DrawnLot } from './lot.ts'
import type { OpenCase } from './open-case.ts'
import { stored, type Tables } from './tables.ts'

type Drawn = {
  readonly draw: DrawId
  readonly proof: DrawnLot
  readonly people: readonly { readonly code: string; readonly person: PersonId }[]
}

export async function insertDraw(tx: WriteTx, open: OpenCase, drawn: Drawn): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('draws')
    .values({
      zone_id: tx.zone,
      id: drawn.draw,
      case_id: open.id,
      round: roundOf(open.state),
      proof: stored(drawn.proof),
    })
    .execute()
  await writer<Tables>(tx)
    .insertInto('draw_candidates')
    .values(
      drawn.people.map(({ code, person }) => ({
        zone_id: tx.zone,
        draw_id: drawn.draw,
        code,
        person_id: person,
      })),
    )
    .execute()
}

/** The public half of a draw; whose case it was for is not read here by anybody. */
export async function findDraw(tx: ReadTx, id: DrawId): Promise<DrawnLot | undefined> {
  const row = await reader<Tables>(tx)
    .selectFrom('draws')
    .select('proof')
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.proof
}
