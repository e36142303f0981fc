import { type Certificate, issueCertificate } from '../documents/index.ts'
import { announce, type WriteTx } from '../kernel/index.ts'
import { getParty, grantRecognition } from '../registries/index.ts'
import { append } from './append.ts'
import { refuseUnlessNext } from './case.ts'
import { grantOf } from './engine.ts'
import type { OptionalReasonInput } from './inputs.ts'
import { signedBy } from './letters.ts'
import { lockCase, type OpenCase, subjectOf } from './open-case.ts'
import { permitAct, type Standing } from './standing.ts'
import type { Acted } from './views.ts'

/** Certifies 发证: the number, the certificate with its verification address, the recognition. */
export async function certify(tx: WriteTx, input: OptionalReasonInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = permitAct(tx.actor, open.asked, 'certify')
  refuseUnlessNext(open.state, 'certify')
  const certificate = await certificateFor(tx, open, standing)
  const { number, document, hash } = certificate
  const grant = grantOf(open.service)
  const granted = await grantRecognition(tx, {
    party: open.board.party_id,
    pack: open.program.pack,
    service: open.service.name,
    title: grant.title,
    number,
    cite: grant.cite,
  })
  const acted = await append(tx, open, {
    act: 'certify',
    standing,
    reason: input.reason ?? null,
    detail: { certificate: { number, recognition: granted.id }, document, hash },
  })
  await announce(tx, {
    type: 'case.certified',
    payload: { case: open.id, party: open.board.party_id, number, recognition: granted.id },
  })
  return acted
}

async function certificateFor(
  tx: WriteTx,
  open: OpenCase,
  standing: Standing,
): Promise<Certificate> {
  const grant = grantOf(open.service)
  const party = await getParty(tx, open.board.party_id)
  return issueCertificate(tx, {
    subject: subjectOf(open.id),
    prefix: grant.numberPrefix,
    party: party.id,
    holder: party.name,
    holderEn: party.nameEn,
    creditCode: party.creditCode,
    title: grant.title,
    measure: open.program.title,
    pack: { key: open.program.pack, version: open.program.version },
    cite: grant.cite,
    issuedBy: signedBy(open, standing),
    decidedOn: open.state.done.decide ?? tx.today,
    as: standing.post,
  })
}
