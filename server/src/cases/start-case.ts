import { type Service, stepFor } from '@banfa/policy/run'
import { openFolder } from '../documents/index.ts'
import { findOffice, listOffices, type Office, permit } from '../identity/index.ts'
import { addDays, newId, type ReadTx, record, refusal, type WriteTx } from '../kernel/index.ts'
import { findBar, getParty, listRecognitions, type Party, standsOn } from '../registries/index.ts'
import { boardOf } from './append.ts'
import { insertBoard } from './board-store.ts'
import { type CallRow, getCall } from './call-store.ts'
import { startedOn } from './case.ts'
import { type CaseData, insertCase } from './case-store.ts'
import { serviceOf } from './engine.ts'
import type { CaseId } from './ids.ts'
import type { StartCaseInput } from './inputs.ts'
import { subjectOf } from './open-case.ts'
import { textOf } from './text-of-case.ts'
import type { Acted } from './views.ts'

/**
 * Starts a draft on a call. Refuses `case.call-not-open`, `case.call-closed`, `case.party-kind`,
 * `case.barred` with the article and the day, `case.recognised-already` and
 * `case.open-already`: one open case a party and service.
 */
export async function startCase(tx: WriteTx, input: StartCaseInput): Promise<Acted> {
  permit(tx.actor, 'case.start', { party: input.partyId })
  const call = await getCall(tx, input.callId)
  refuseUnlessOpen(tx, call)
  if (!call.services.some((one) => one.name === input.service)) {
    refusal('case.service-not-found', { service: input.service }, { field: 'service' })
  }
  const program = await textOf(tx, call, { service: input.service, state: startedOn(tx.today) })
  const service = serviceOf(program, input.service)
  const party = await getParty(tx, input.partyId)
  refuseMisfit(service, party)
  await refuseBarred(tx, { party, service: service.name })
  await refuseRecognised(tx, { party, service: service.name, pack: program.pack })
  const data = dataOf(tx, { call, service, party, office: await officeOf(tx, service, party) })
  await insertCase(tx, data)
  await openFolder(tx, { subject: subjectOf(data.id), party: party.id })
  const entry = await record(tx, {
    act: 'start',
    subject: subjectOf(data.id),
    onBehalfOf: party.id,
    cite: service.cite,
    detail: { call: call.number, service: service.name, digest: program.digest },
    readers: [party.id],
  })
  const state = { ...startedOn(tx.today), lastSeq: entry.seq }
  const added = await insertBoard(tx, {
    ...boardOf(state, { program, service }, call.closes_on),
    ...belonging(data, { service, party }),
    pack: program.pack,
  })
  if (!added) refusal('case.open-already', { service: service.title.zh })
  return { caseId: data.id, stage: state.stage, seq: entry.seq }
}

/** Refuses a call that has not begun or is over; both its days count. */
export function refuseUnlessOpen(tx: ReadTx, call: CallRow): void {
  if (tx.today < call.opens_on) refusal('case.call-not-open', { on: call.opens_on })
  if (tx.today > call.closes_on) refusal('case.call-closed', { on: call.closes_on })
}

/** Refuses a party that may not apply now, naming the article and the last day of the bar. */
export async function refuseBarred(
  tx: ReadTx,
  of: { party: Pick<Party, 'id'>; service: string },
): Promise<void> {
  const bar = await findBar(tx, { party: of.party.id, service: of.service, on: tx.today })
  if (bar) refusal('case.barred', { until: bar.until, reason: bar.reason }, { cite: bar.cite })
}

function refuseMisfit(service: Service, party: Party): void {
  if (service.applicants.some((kind) => kind === party.kind)) return
  refusal('case.party-kind', { kind: party.kind }, { cite: service.cite, field: 'partyId' })
}

async function refuseRecognised(
  tx: ReadTx,
  of: { party: Party; service: string; pack: string },
): Promise<void> {
  const held = (await listRecognitions(tx, of.party.id)).find(
    (one) => one.pack === of.pack && one.service === of.service && standsOn(one, tx.today),
  )
  if (!held || (held.againFrom && tx.today >= held.againFrom)) return
  const about = { number: held.number, on: held.grantedOn }
  if (held.validUntil) {
    const from = held.againFrom ?? addDays(held.validUntil, 1)
    refusal(
      'case.recognised-until',
      { ...about, until: held.validUntil, from },
      { cite: held.cite },
    )
  }
  refusal('case.recognised-already', about, { cite: held.cite })
}

/** The office the party's case belongs to: the one the route names, in charge of its district. */
async function officeOf(tx: ReadTx, service: Service, party: Party): Promise<Office> {
  const offices = party.office ? await listOffices(tx) : []
  const key = stepFor(service, 'accept')?.by ?? ''
  const inCharge = offices.find((one) => one.id === party.office && one.key === key)
  const office =
    inCharge ?? (await findOffice(tx, key, party.district)) ?? (await findOffice(tx, key))
  return office ?? refusal('case.no-district', {}, { cite: service.cite, field: 'partyId' })
}

function dataOf(
  tx: WriteTx,
  of: { call: CallRow; service: Service; party: Party; office: Office },
): CaseData {
  return {
    id: newId<CaseId>(),
    call_id: of.call.id,
    service: of.service.name,
    party_id: of.party.id,
    office_id: of.office.id,
    district: of.office.district ?? of.party.district ?? '',
    readers: [of.party.id],
    answers: {},
    partner: null,
    partner_id: null,
    marks: {},
    revision: 0,
    saved_at: null,
    started_on: tx.today,
  }
}

function belonging(data: CaseData, { service, party }: { service: Service; party: Party }) {
  return {
    case_id: data.id,
    call_id: data.call_id,
    service: service.name,
    service_title: service.title,
    party_id: party.id,
    party_name: party.name,
    office_id: data.office_id,
    district: data.district,
    readers: data.readers,
    search: `${party.name} ${party.creditCode ?? ''}`.toLowerCase(),
    waiting_experts: [],
  }
}
