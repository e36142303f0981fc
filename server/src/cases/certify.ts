import { standsUntil } from '@banfa/policy/run'
import { type Certificate, issueCertificate } from '../documents/index.ts'
import type { Day, Words, WriteTx } from '../kernel/index.ts'
import { getParty, grantRecognition, recordFact } from '../registries/index.ts'
import { append } from './append.ts'
import { grantOf } from './engine.ts'
import type { OptionalReasonInput } from './inputs.ts'
import { signedBy } from './letters.ts'
import { lockCase, type OpenCase, subjectOf } from './open-case.ts'
import { permitAct, type Standing } from './standing.ts'
import { tell } from './tell.ts'
import { refuseUnlessNext } from './turn.ts'
import type { Acted } from './views.ts'

/** Certifies 发证: the number, the certificate with its verification address, the recognition. */
export async function certify(tx: WriteTx, input: OptionalReasonInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = permitAct(tx.actor, open.asked, 'certify')
  refuseUnlessNext(open, 'certify')
  const grant = grantOf(open.service)
  const end = grant.lasts ? standsUntil(grant.lasts, tx.today) : null
  const certificate = await certificateFor(tx, open, { standing, validUntil: end?.until ?? null })
  const { number, document, hash } = certificate
  const granted = await grantRecognition(tx, {
    party: open.board.party_id,
    pack: open.program.pack,
    service: open.service.name,
    title: grant.title,
    number,
    cite: grant.cite,
    validUntil: end?.until ?? null,
    againFrom: end?.againFrom ?? null,
  })
  if (end) await rememberEnd(tx, open, { until: end.until, by: signedBy(open, standing) })
  const acted = await append(tx, open, {
    act: 'certify',
    standing,
    reason: input.reason ?? null,
    detail: { certificate: { number, recognition: granted.id }, document, hash },
  })
  await tell(tx, {
    type: 'case.certified',
    payload: { case: open.id, party: open.board.party_id, number, recognition: granted.id },
  })
  return acted
}

/** Other measures ask until when a title stands: the register knows it from the day it is granted. */
async function rememberEnd(
  tx: WriteTx,
  open: OpenCase,
  { until, by }: { until: Day; by: Words },
): Promise<void> {
  const name = grantOf(open.service).lasts?.fact
  if (!name) return
  await recordFact(tx, {
    party: open.board.party_id,
    subject: 'party',
    name,
    value: until,
    source: { kind: 'office', title: open.program.title },
    verifiedBy: by.zh,
  })
}

async function certificateFor(
  tx: WriteTx,
  open: OpenCase,
  { standing, validUntil }: { standing: Standing; validUntil: Day | null },
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
    validUntil,
    as: standing.post,
  })
}
