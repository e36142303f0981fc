import { type Program, type Service, stepFor } from '@banfa/policy/run'
import { permit, rightsDesk } from '../identity/index.ts'
import {
  type Json,
  newId,
  nextNumber,
  type Post,
  record,
  refusal,
  type WriteTx,
} from '../kernel/index.ts'
import { programInForce } from '../rulebook/index.ts'
import { type CallRow, insertCall } from './call-store.ts'
import { limitSet } from './deadlines.ts'
import { serviceOf } from './engine.ts'
import type { ByDelegation } from './happened.ts'
import type { CallId } from './ids.ts'
import type { OpenCallInput } from './inputs.ts'
import { presentCall } from './list-calls.ts'
import { printed } from './printed-number.ts'
import { tell } from './tell.ts'
import type { CallView } from './views.ts'

/** The word of a delegation under which another office may publish a call (第4条). */
const PUBLISHING = 'publish-notice'

/**
 * Publishes a call 申报通知, pinned for good to the version of the measure in force on its first day
 * (第8条(一)). Refuses `case.not-in-force`, `case.call-days`, `case.service-not-found`, and
 * `case.limit-fixed` for a limit that the measure prints itself.
 */
export async function openCall(tx: WriteTx, input: OpenCallInput): Promise<CallView> {
  const program = await programInForce(tx, input.pack, input.opensOn)
  if (!program) return refusal('case.not-in-force', { on: input.opensOn })
  const issuer = permitCall(tx, program)
  refuseBadDays(tx, input)
  const services = input.services.map((name) => serviceOf(program, name))
  for (const [act, { length }] of Object.entries(input.limits ?? {})) {
    refuseFixedLimit(services, act, length)
  }
  const { number, year } = await nextNumber(tx, 'call')
  const call = callOf(tx, {
    input,
    program,
    services,
    issuer,
    number: printed('申通', year, number),
  })
  await insertCall(tx, call)
  await record(tx, {
    act: 'call.open',
    subject: { kind: 'call', id: call.id },
    as: issuer.post,
    cite: services[0]?.cite ?? null,
    detail: recorded(call),
  })
  await tell(tx, { type: 'call.opened', payload: { call: call.id, opensOn: call.opens_on } })
  return presentCall(tx, call, null)
}

/** What the record keeps of a call: the text it is pinned to, its services, what it sets itself. */
function recorded(call: CallRow): Json {
  const { number, pack, version, digest, services, limits, on_behalf_of: under } = call
  return {
    ...(under?.mandate ? { mandate: under.mandate } : {}),
    number,
    pack,
    version,
    digest,
    services: services.map(({ name }) => name),
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
  }
}

type Issuer = { readonly post: Post | null; readonly delegation: ByDelegation | null }

/** The offices that may publish a call under a program: its issuer, and whom it delegates that to. */
export function publishersOf({ issuer, delegations }: Program): string[] {
  const delegates = delegations.filter((one) => one.from === issuer && one.may.includes(PUBLISHING))
  return [issuer, ...delegates.map((one) => one.to)]
}

function permitCall(tx: WriteTx, program: Program): Issuer {
  const { actor } = tx
  const held = actor.kind === 'person' ? actor.posts.map((post) => post.officeKey) : []
  const delegated = program.delegations.find(
    (one) => one.from === program.issuer && one.may.includes(PUBLISHING) && held.includes(one.to),
  )
  const from = program.offices[program.issuer]
  if (held.includes(program.issuer) || !delegated || !from) {
    return { post: permit(actor, 'call.open', { officeKey: program.issuer }), delegation: null }
  }
  const post = permit(actor, 'call.open', { officeKey: delegated.to })
  const asked = { pack: program.pack, delegation: delegated.name, act: PUBLISHING }
  const written = post && rightsDesk.mandatedBy(actor, { ...asked, office: post.office })
  if (post && !written) {
    return refusal('case.not-mandated-forbidden', {}, { cite: delegated.cite })
  }
  const mandate = written?.number ? { mandate: written.number } : {}
  return { post, delegation: { ...delegated, onBehalfOf: from.title, ...mandate } }
}

function refuseBadDays(tx: WriteTx, { opensOn, closesOn }: OpenCallInput): void {
  if (opensOn < tx.today || closesOn < opensOn) {
    refusal('case.call-days', { opensOn, closesOn, today: tx.today }, { field: 'closesOn' })
  }
}

/**
 * A call may fill in what the measure leaves open, and may lengthen a notice but not shorten it. An
 * act may stand on the routes of several services: it must be open on every one it has a limit on.
 */
function refuseFixedLimit(services: readonly Service[], act: string, length: number): void {
  const steps = services.flatMap(({ route }) => route.filter((one) => one.act === act))
  const limits = steps.flatMap((step) => step.within ?? step.window ?? [])
  const about = { field: `limits.${act}`, cite: steps[0]?.cite ?? null }
  const open = limits.length > 0 && limits.every((limit) => limit.assumed)
  if (!open || !Number.isInteger(length) || length < 1 || length > 365) {
    refusal('case.limit-fixed', { act, length }, about)
  }
  const least = Math.max(0, ...steps.map((step) => step.window?.length ?? 0))
  if (length < least) refusal('case.notice-shortened', { length, least }, about)
}

function callOf(
  tx: WriteTx,
  of: {
    input: OpenCallInput
    program: Program
    services: readonly Service[]
    issuer: Issuer
    number: string
  },
): CallRow {
  const { input, program, services, issuer } = of
  const limits = input.limits ?? {}
  const windows = services.map(
    (service) => limitSet(stepFor(service, 'publicise')?.window ?? null, limits.publicise)?.length,
  )
  return {
    id: newId<CallId>(),
    number: of.number,
    title: input.title,
    pack: program.pack,
    version: program.version,
    digest: program.digest,
    measure: program.title,
    services: services.map(({ name, title }) => ({ name, title })),
    notice_days: Math.max(0, ...windows.filter((one) => one !== undefined)),
    opens_on: input.opensOn,
    closes_on: input.closesOn,
    limits,
    issued_by: issuer.post?.officeName ?? program.title,
    on_behalf_of: underOf(issuer),
    issued_on: tx.today,
  }
}

/** In whose name a call is published, and under which mandate. */
function underOf({ delegation }: Issuer): CallRow['on_behalf_of'] {
  if (!delegation) return null
  const { onBehalfOf, mandate } = delegation
  return { ...onBehalfOf, ...(mandate ? { mandate } : {}) }
}
