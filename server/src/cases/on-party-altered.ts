import type { EventHandlers, PartyId, WriteTx, ZoneEvent } from '../kernel/index.ts'
import { renameOnBoard } from './board-store.ts'

type Altered = { readonly party: PartyId; readonly alters: string; readonly became: string }

/**
 * What cases hear of: a party that goes by another name does so on its open cases too, where the name
 * before still finds them. Notices keep what was published, closed cases what they were closed with.
 */
export const caseHandlers: EventHandlers = { 'party.altered': [onPartyAltered] }

async function onPartyAltered(tx: WriteTx, { payload }: ZoneEvent): Promise<void> {
  const { party, alters, became } = payload as Altered
  if (alters === 'name') await renameOnBoard(tx, party, became)
}
