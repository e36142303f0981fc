import type { Answer } from '@banfa/policy/run'
import { sql } from 'kysely'
import { type Day, type PartyId, type ReadTx, reader } from '../kernel/index.ts'
import type { Entitlement } from './entitlement.ts'
import { type Tables, toEntitlement } from './entitlements-store.ts'

/** How many parties have an answer to a service, and what is payable where it is met. */
export type EntitlementCount = {
  readonly pack: string
  readonly service: string
  readonly version: string
  readonly on: Day
  readonly district: string | null
  readonly answer: Answer
  readonly parties: number
  /** In yuan, of those whose amount is known; null where nothing is. */
  readonly payable: string | null
}

/** Counts by service, district and answer, of the parties that the actor may see. */
export async function countEntitlements(tx: ReadTx): Promise<EntitlementCount[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('entitlements')
    .select(['pack', 'service', 'version', 'on_day as on', 'district', 'answer'])
    .select((from) => [
      from.fn.countAll<string>().as('parties'),
      sql<string | null>`trim_scale(sum(payable) filter (where answer = 'met'))::text`.as(
        'payable',
      ),
    ])
    .where('zone_id', '=', tx.zone)
    .groupBy(['pack', 'service', 'version', 'on_day', 'district', 'answer'])
    .orderBy('pack')
    .orderBy('service')
    .execute()
  return rows.map((row) => ({ ...row, parties: Number(row.parties) }))
}

export type EntitlementsAsked = {
  readonly pack: string
  readonly service: string
  readonly answer?: Answer | undefined
  readonly district?: string | undefined
  readonly after: PartyId | null
  readonly limit: number
}

/** One service's answers, a page in the order of the parties, of those that the actor may see. */
export async function listEntitlements(
  tx: ReadTx,
  { pack, service, answer, district, after, limit }: EntitlementsAsked,
): Promise<Entitlement[]> {
  let rows = reader<Tables>(tx)
    .selectFrom('entitlements')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('pack', '=', pack)
    .where('service', '=', service)
    .orderBy('party_id')
    .limit(limit)
  if (answer !== undefined) rows = rows.where('answer', '=', answer)
  if (district !== undefined) rows = rows.where('district', '=', district)
  if (after !== null) rows = rows.where('party_id', '>', after)
  return (await rows.execute()).map(toEntitlement)
}
