import type { Limit, Sanction } from '@banfa/policy/run'
import { revokeCertificate } from '../documents/index.ts'
import {
  addDays,
  addMonths,
  announce,
  type Day,
  loadCalendar,
  refusal,
  type WriteTx,
} from '../kernel/index.ts'
import { imposeBar, type RecognitionId, revokeRecognition } from '../registries/index.ts'
import { append } from './append.ts'
import { refuseUnlessNext } from './case.ts'
import type { RevokeInput } from './inputs.ts'
import { lockCase, type OpenCase } from './open-case.ts'
import { permitAct } from './standing.ts'
import type { Acted } from './views.ts'

/**
 * Revokes 取消认定 under a sanction of the measure (第11条): the recognition ends, the certificate
 * verifies as revoked, and the bar the sanction declares begins. Refuses `case.sanction-unknown`
 * for a sanction that does not revoke or that the pack does not carry out.
 */
export async function revoke(tx: WriteTx, input: RevokeInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = permitAct(tx.actor, open.asked, 'revoke')
  refuseUnlessNext(open.state, 'revoke')
  const sanction = sanctionOf(open, input.sanction)
  if (input.foundOn > tx.today) refusal('case.found-later', {}, { field: 'foundOn' })
  await endRecognition(tx, open, { cite: sanction.cite, reason: input.reason })
  const barredUntil = await bar(tx, open, { sanction, input })
  const acted = await append(tx, open, {
    act: 'revoke',
    standing,
    reason: input.reason,
    cite: sanction.cite,
    detail: { sanction: sanction.name, foundOn: input.foundOn, barredUntil },
  })
  await announce(tx, {
    type: 'case.revoked',
    payload: { case: open.id, party: open.board.party_id, sanction: sanction.name, barredUntil },
  })
  return acted
}

function sanctionOf(open: OpenCase, name: string): Sanction {
  const sanction = open.program.sanctions.find((one) => one.name === name)
  if (!sanction?.revokes || !sanction.carriedOut) {
    return refusal('case.sanction-unknown', { name }, { field: 'sanction' })
  }
  return sanction
}

async function endRecognition(
  tx: WriteTx,
  open: OpenCase,
  why: { cite: string; reason: string },
): Promise<void> {
  const { certificate } = open.state
  if (!certificate) return
  await revokeCertificate(tx, { number: certificate.number, ...why })
  await revokeRecognition(tx, { id: certificate.recognition as RecognitionId, ...why })
}

/** Bars the local applicant from the services of this measure only; the last day is included. */
async function bar(
  tx: WriteTx,
  open: OpenCase,
  { sanction, input }: { sanction: Sanction; input: RevokeInput },
): Promise<Day | null> {
  if (!sanction.bar) return null
  const from = sanction.bar.from === 'finding' ? input.foundOn : tx.today
  const until = await endOfBar(tx, from, sanction.bar.length)
  const { services } = sanction.bar
  await imposeBar(tx, {
    party: open.board.party_id,
    pack: open.program.pack,
    measure: open.program.title,
    from,
    until,
    // "All" means all of this measure: a burden is not stretched to other measures (reading bar-scope).
    services: services === 'all' ? Object.keys(open.program.services) : [...services],
    cite: sanction.cite,
    reason: input.reason,
  })
  return until
}

/**
 * The corresponding day (民法典 第202条). A day of rest at the end does not lengthen a bar: 第203条 gives
 * people time to act, and a burden is not extended by it (ADR 0037).
 */
async function endOfBar(tx: WriteTx, from: Day, length: Limit): Promise<Day> {
  switch (length.unit) {
    case 'years':
      return addMonths(from, length.length * 12)
    case 'months':
      return addMonths(from, length.length)
    case 'days':
      return addDays(from, length.length)
    case 'working-days':
      return (await loadCalendar(tx)).addWorkingDays(from, length.length)
  }
}
