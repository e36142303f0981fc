import {
  type Act,
  type Program,
  type Service,
  type Stage,
  type Step,
  stepFor,
} from '@banfa/policy/run'
import { mayAct, permit, type Relation, type Right, rightsDesk } from '../identity/index.ts'
import {
  type Actor,
  type OfficeId,
  type PartyId,
  type Post,
  type ReadTx,
  reachOf,
  takeUp,
  type Words,
} from '../kernel/index.ts'
import type { ByDelegation } from './happened.ts'

/** What an act is asked for: whose case, in whose district, under which program. */
export type Asked = {
  readonly program: Program
  readonly service: Service
  readonly party: PartyId
  readonly office: OfficeId
  readonly district: string
  /** Where the case is: it is sent back by the office it has come to. */
  readonly at?: Stage
}

/** On what somebody acts: the post, the delegation it is done under, the article and the step's name. */
export type Standing = {
  readonly post: Post | null
  readonly delegation: ByDelegation | null
  readonly cite: string
  readonly title: Words
}

/** Acts a route may leave out are done by the office of the act named here. */
const DONE_WITH: Readonly<Partial<Record<Act, Act>>> = {
  return: 'accept',
  transfer: 'accept',
  'send-back': 'conclude-review',
  reappraise: 'deliberate',
  assign: 'conclude-review',
  'answer-objection': 'publicise',
  propose: 'decide',
  refuse: 'decide',
  certify: 'decide',
  revoke: 'decide',
  restore: 'decide',
}

/** Whose desk a case lies on, by its stage: who may send it back. */
const SENT_BACK_BY: Readonly<Partial<Record<Stage, Act>>> = {
  accepted: 'recommend',
  recommended: 'conclude-review',
  reviewed: 'deliberate',
  deliberated: 'publicise',
  proposed: 'decide',
}

/**
 * The ground on which the actor does the act; refuses `identity.forbidden` or
 * `identity.signed-out`. The matrix says which duty, the route which office, the case which
 * district, and a delegation of the measure lets another office act in its name (受委托).
 */
export function permitAct(actor: Actor, asked: Asked, act: Act): Standing {
  const standing = findStanding(actor, asked, act)
  if (standing) return standing
  permit(actor, rightOf(act), {})
  throw new Error(`${act} is refused to everybody: the matrix and the route disagree`)
}

/**
 * The same for an act that touches what only the zone sees, such as the pool of experts: done by a
 * post that does not reach the zone, a delegate's or that of an office below the city's which the
 * route itself names, the transaction takes the act up, and row-level security lets the post do it.
 */
export async function takeUpAct(tx: ReadTx, asked: Asked, act: Act): Promise<Standing> {
  const standing = permitAct(tx.actor, asked, act)
  await takeUpFor(tx, standing, act)
  return standing
}

/** Takes the act up for a standing found before. */
export async function takeUpFor(tx: ReadTx, { post, delegation }: Standing, act: Act) {
  if (delegation || (post && reachOf(tx.actor) === 'own')) await takeUp(tx, act)
}

export function findStanding(actor: Actor, asked: Asked, act: Act): Standing | null {
  const { by, cite, title } = doerOf(asked.service, act, asked.at)
  const base = { post: null, delegation: null, cite, title }
  if (by === 'applicant') {
    return mayAct(actor, rightOf(act), { party: asked.party }) ? base : null
  }
  if (by === 'public') return mayAct(actor, rightOf(act)) ? base : null
  return officeStanding(actor, asked, { act, by, base })
}

/** The keys of the offices that may do an act: the step's own and those it is delegated to. */
export function officesFor(asked: Pick<Asked, 'program' | 'service'>, act: Act): string[] {
  const { by } = doerOf(asked.service, act)
  return [by, ...delegationsOf(asked.program, by, act).map((one) => one.to)]
}

/** The office that acts, as a relation for rights that rest on the same ground as the act. */
export function officeOf({ post }: Standing): Relation {
  return post ? { officeKey: post.officeKey } : {}
}

function officeStanding(
  actor: Actor,
  asked: Asked,
  { act, by, base }: { act: Act; by: string; base: Standing },
): Standing | null {
  const own = postFor(actor, asked, { act, key: by })
  if (own) return { ...base, post: own }
  for (const delegation of delegationsOf(asked.program, by, act)) {
    const post = postFor(actor, asked, { act, key: delegation.to })
    const from = asked.program.offices[by]
    const written = post && mandatedFor(actor, asked, { delegation, post, act })
    if (post && from && written) {
      const { name, cite } = delegation
      const mandate = written.number ? { mandate: written.number } : {}
      return { ...base, post, delegation: { name, cite, onBehalfOf: from.title, ...mandate } }
    }
  }
  return null
}

/** 委托书: a written delegation dates and narrows the measure's own (ADR 0060). */
function mandatedFor(
  actor: Actor,
  { program, district }: Asked,
  of: { delegation: Program['delegations'][number]; post: Post; act: Act },
) {
  const { delegation, post, act } = of
  return rightsDesk.mandatedBy(actor, {
    pack: program.pack,
    delegation: delegation.name,
    office: post.office,
    act,
    district,
  })
}

function postFor(actor: Actor, asked: Asked, of: { act: Act; key: string }): Post | null {
  const relation: Relation = { officeKey: of.key, district: asked.district }
  if (!mayAct(actor, rightOf(of.act), relation)) return null
  const post = permit(actor, rightOf(of.act), relation)
  // Two district offices may share a district's code; the case belongs to one of them.
  return post?.level === 'district' && post.office !== asked.office ? null : post
}

/** Acts that give or take a standing or close a case stay with the office itself (ADR 0040). */
const NEVER_DELEGATED: readonly Act[] = [
  'refuse',
  'certify',
  'revoke',
  'restore',
  'transfer',
  'send-back',
  'reappraise',
]

function delegationsOf(program: Program, from: string, act: Act) {
  if (NEVER_DELEGATED.includes(act)) return []
  return program.delegations.filter((one) => one.from === from && one.may.includes(act))
}

export function titleOf(service: Service, act: Act): Words {
  return doerOf(service, act).title
}

/** Who does an act by the route, under which article; an act the route leaves out has a fallback. */
export function doerOf(
  service: Service,
  act: Act,
  at?: Stage,
): Pick<Step, 'by' | 'cite' | 'title'> {
  const own = stepFor(service, act)
  const with_ = (act === 'send-back' && at && SENT_BACK_BY[at]) || DONE_WITH[act] || act
  const step = own ?? stepFor(service, with_)
  if (step) return { by: step.by, cite: step.cite, title: own?.title ?? TITLES[act] ?? step.title }
  const by = act === 'object' ? 'public' : 'applicant'
  return { by, cite: service.cite, title: TITLES[act] ?? service.title }
}

export function rightOf(act: Act): Right {
  return `case.${act}`
}

/** Names of acts that a route need not have a step for. */
const TITLES: Readonly<Partial<Record<Act, Words>>> = {
  withdraw: { zh: '撤回申请', en: 'Withdraw the application' },
  judge: { zh: '逐条评判', en: 'Judge the conditions' },
  return: { zh: '一次性告知补正', en: 'Return for correction' },
  transfer: { zh: '移送', en: 'Transfer to the office in charge' },
  'send-back': { zh: '退回上一环节', en: 'Send one step back' },
  reappraise: { zh: '重新评审', en: 'Appraise anew' },
  assign: { zh: '指派专家', en: 'Assign experts' },
  object: { zh: '提出异议', en: 'Object' },
  'answer-objection': { zh: '答复异议', en: 'Answer the objection' },
  propose: { zh: '拟定认定意见', en: 'Propose the decision' },
  refuse: { zh: '不予认定', en: 'Refuse recognition' },
  certify: { zh: '发证', en: 'Issue the certificate' },
  revoke: { zh: '取消认定', en: 'Revoke the recognition' },
  restore: { zh: '恢复认定', en: 'Restore the recognition' },
}
