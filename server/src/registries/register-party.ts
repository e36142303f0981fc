import { newId, type Post, record, refusal, type WriteTx } from '../kernel/index.ts'
import { creditCode } from './credit-code.ts'
import type { NewParty, Party } from './party.ts'
import { findForeign, insertParty } from './registries-store.ts'

/**
 * Enters a party. A credit code that is there already is refused; a foreign partner is known by
 * country and registration number, and registering it again answers the party that is there.
 */
export async function registerParty(
  tx: WriteTx,
  { as = null, ...input }: NewParty & { readonly as?: Post | null },
): Promise<Party> {
  const party = { ...parseParty(input), id: newId<Party['id']>(), registeredOn: tx.today }
  if (!(await insertParty(tx, party))) return known(tx, party)
  await record(tx, {
    act: 'party.register',
    subject: { kind: 'party', id: party.id },
    as,
    detail: { kind: party.kind, name: party.name, creditCode: party.creditCode },
    readers: party.office ? [party.id, party.office] : [party.id],
  })
  return party
}

type Parsed = Omit<Party, 'id' | 'registeredOn'>

/** What an input says, parsed; refuses what no party can be registered under. */
export function parseParty(input: NewParty): Parsed {
  const name = input.name.normalize('NFC').trim()
  if (name === '') refusal('registries.nameless-party', {}, { field: 'name' })
  const identity = input.kind === 'foreign' ? foreignIdentity(input) : domesticIdentity(input)
  return {
    kind: input.kind,
    name,
    nameEn: input.nameEn?.trim() || null,
    district: input.district ?? null,
    office: input.office ?? null,
    ...identity,
  }
}

type Identity = Pick<Party, 'creditCode' | 'country' | 'registrationNumber'>

function domesticIdentity(input: NewParty): Identity {
  const code = creditCode(input.creditCode ?? '')
  return { creditCode: code, country: null, registrationNumber: null }
}

function foreignIdentity(input: NewParty): Identity {
  const country = input.country?.trim() ?? ''
  const registrationNumber = input.registrationNumber?.trim() ?? ''
  if (country === '' || registrationNumber === '') {
    refusal('registries.unidentified-partner', {}, { field: ['country', 'registrationNumber'] })
  }
  return { creditCode: null, country, registrationNumber }
}

async function known(tx: WriteTx, party: Party): Promise<Party> {
  const there = party.kind === 'foreign' ? await findForeign(tx, party) : null
  if (there) return there
  return refusal(
    'registries.party-already',
    { code: party.creditCode ?? '' },
    { field: 'creditCode' },
  )
}
