import type { ReadTx } from '../../kernel/index.ts'
import type { CaseId, ObjectionId } from '../ids.ts'
import { selectObjections } from '../notice-store.ts'

/**
 * Objections to the same case that say the same and wait for their answer: gaps, signs and the width
 * of letters apart. Copies sent under many names are looked into once.
 */
export async function listAlike(
  tx: ReadTx,
  { caseId, objection }: { readonly caseId: CaseId; readonly objection: ObjectionId },
): Promise<ObjectionId[]> {
  const rows = await selectObjections(tx, caseId)
  const said = plain(rows.find(({ id }) => id === objection)?.grounds ?? '')
  return rows
    .filter((one) => one.id !== objection && one.answered_on === null)
    .filter(({ grounds }) => plain(grounds) === said)
    .map(({ id }) => id)
}

const plain = (grounds: string) => grounds.normalize('NFKC').replaceAll(/[\s\p{P}]/gu, '')
