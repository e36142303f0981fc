import { openFolder } from '../documents/index.ts'
import { findOffice, listOffices } from '../identity/index.ts'
import { type ReadTx, refusal, takeUp, type Words, type WriteTx } from '../kernel/index.ts'
import { append } from './append.ts'
import { addReaders, moveToOffice } from './case-store.ts'
import type { CaseId } from './ids.ts'
import type { TransferInput } from './inputs.ts'
import { lockCase, readCase, subjectOf } from './open-case.ts'
import { permitAct } from './standing.ts'
import { tell } from './tell.ts'
import { refuseUnlessNext } from './turn.ts'
import type { Acted } from './views.ts'

export type TransferChoice = { readonly district: string; readonly name: Words }

/** The other offices that could have the case, by their district. */
export async function listTransferChoices(tx: ReadTx, id: CaseId): Promise<TransferChoice[]> {
  const open = await readCase(tx, id)
  const { post } = permitAct(tx.actor, open.asked, 'transfer')
  return (await listOffices(tx)).flatMap(({ id: office, key, district, name }) =>
    key === post?.officeKey && district !== null && office !== open.board.office_id
      ? [{ district, name }]
      : [],
  )
}

/**
 * Hands the case to the office in charge 移送, with the reason: the applicant need not file again,
 * and the day of filing stays. The time limit of the receiving office begins anew on the day after
 * the transfer; the office before may still read the case. Refuses `case.transfer-nowhere` for a
 * district without such an office, `case.transfer-same` for the one that has it.
 */
export async function transfer(tx: WriteTx, input: TransferInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = permitAct(tx.actor, open.asked, 'transfer')
  refuseUnlessNext(open, 'transfer')
  const office = await findOffice(tx, standing.post?.officeKey ?? '', input.district)
  if (!office) return refusal('case.transfer-nowhere', {}, { field: 'district' })
  if (office.id === open.board.office_id) {
    refusal('case.transfer-same', { office: office.name.zh }, { field: 'district' })
  }
  await takeUp(tx, 'transfer')
  await openFolder(tx, {
    subject: subjectOf(open.id),
    party: open.board.party_id,
    office: office.id,
  })
  await addReaders(tx, open.id, [office.id])
  await moveToOffice(tx, open.id, { office: office.id, district: input.district })
  const acted = await append(tx, open, {
    act: 'transfer',
    standing,
    reason: input.reason,
    detail: { from: standing.post?.officeName ?? office.name, to: office.name },
    readers: [office.id],
  })
  await tell(tx, { type: 'case.transferred', payload: { case: open.id, office: office.id } })
  return acted
}
