import {
  announce,
  type Day,
  type Id,
  newId,
  type PartyId,
  type ReadTx,
  record,
  refusal,
  type WriteTx,
} from '../kernel/index.ts'
import { insertAlteration, lockParty, rename, selectAlterations } from './alteration-store.ts'
import type { RecognitionId } from './recognition.ts'

/** What of the entry: the name, the place it stands for, or something else that was reported. */
export const ALTERABLE = ['name', 'place', 'other'] as const
export type Alterable = (typeof ALTERABLE)[number]

/** 变更登记内容: from what to what, on which day and article. */
export type Alteration = {
  readonly id: Id<'AlterationId'>
  readonly party: PartyId
  readonly recognition: RecognitionId | null
  readonly alters: Alterable
  readonly was: string
  readonly became: string
  readonly on: Day
  readonly cite: string
  readonly reason: string
}

export type NewAlteration = Omit<Alteration, 'id' | 'on' | 'was'>

/**
 * Alters a party's entry: a name takes the place of the one before, which stays in the history and
 * is still found; certificates already issued keep what they say. Announces `party.altered`. Refuses
 * `registries.party-not-found` and `registries.unaltered-entry`.
 */
export async function alterEntry(tx: WriteTx, input: NewAlteration): Promise<Alteration> {
  const party = await lockParty(tx, input.party)
  if (!party) return refusal('registries.party-not-found')
  const became = input.became.normalize('NFC').trim()
  const was = await stoodBefore(tx, input, party.name)
  if (became === '' || became === was)
    refusal('registries.unaltered-entry', {}, { field: 'became' })
  const altered: Alteration = {
    ...input,
    ...{ became, was, id: newId<Alteration['id']>(), on: tx.today },
  }
  if (input.alters === 'name') await rename(tx, party, became)
  await insertAlteration(tx, altered)
  const { id, alters, recognition, cite, reason } = altered
  await record(tx, {
    act: 'party.alter',
    subject: { kind: 'party', id: input.party },
    cite,
    reason,
    detail: { alteration: id, alters, was, became, recognition },
  })
  await announce(tx, { type: 'party.altered', payload: { party: input.party, alters, became } })
  return altered
}

/** Alterations of a party's entry, newest first. */
export async function listAlterations(tx: ReadTx, party: PartyId): Promise<Alteration[]> {
  return selectAlterations(tx, party)
}

async function stoodBefore(tx: ReadTx, input: NewAlteration, name: string): Promise<string> {
  if (input.alters === 'name') return name
  const before = await selectAlterations(tx, input.party)
  return before.find((one) => one.alters === input.alters)?.became ?? ''
}
