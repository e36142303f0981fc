import { type OfficeId, type Post, type ReadTx, refusal, type WriteTx } from '../kernel/index.ts'
import type { Party } from './party.ts'
import {
  codesIn,
  type District,
  type PartyLine,
  type PartyRow,
  planParties,
} from './plan-parties.ts'
import { registerParty } from './register-party.ts'
import { selectKnownCodes } from './registries-store.ts'

/** The office in charge of a district, and how people write the district. */
export type DistrictOffice = District & { readonly office: OfficeId }

const MOST = 1000

/** What entering the rows of a table would do, beside what is registered. Refuses more than 1,000 rows. */
export async function previewParties(
  tx: ReadTx,
  rows: readonly (readonly string[])[],
  districts: readonly District[],
): Promise<PartyLine[]> {
  if (rows.length > MOST + 1) refusal('registries.long-table', { most: MOST })
  const codes = new Set(await selectKnownCodes(tx, codesIn(rows)))
  return planParties(rows, { districts, codes })
}

/**
 * Enters organisations, all or none, each in the charge of its district's office. Refuses
 * `registries.unknown-district` where no office is, and as `registerParty` does.
 */
export async function enterParties(
  tx: WriteTx,
  rows: readonly PartyRow[],
  { districts, as }: { readonly districts: readonly DistrictOffice[]; readonly as: Post | null },
): Promise<Party[]> {
  const entered: Party[] = []
  for (const row of rows) {
    const { office } =
      districts.find((one) => one.code === row.district) ??
      refusal('registries.unknown-district', { district: row.district }, { field: 'district' })
    entered.push(await registerParty(tx, { ...row, office, as }))
  }
  return entered
}
