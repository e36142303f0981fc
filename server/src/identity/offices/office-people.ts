import { type OfficeId, type PersonId, type ReadTx, takeUp } from '../../kernel/index.ts'
import { type Colleague, listColleagues } from './substitution-store.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000' as PersonId

/** People who handle or sign in an office today, once each, by name; the caller has permitted it. */
export async function listOfficePeople(
  tx: ReadTx,
  office: OfficeId,
): Promise<Pick<Colleague, 'person' | 'name'>[]> {
  await takeUp(tx, 'name-substitute')
  const rows = await listColleagues(tx, { offices: [office], but: NOBODY })
  return [...new Map(rows.map(({ person, name }) => [person, { person, name }])).values()]
}
