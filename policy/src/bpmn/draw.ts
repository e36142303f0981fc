import { type Act, NEXT, type Stage } from '../procedure/acts.ts'
import { after } from '../procedure/fold.ts'
import { stepFor } from '../procedure/route.ts'
import type { Program } from '../program/program.ts'
import type { Service, Step } from '../program/service.ts'
import type { Words } from '../program/words.ts'
import type { Arrow, Drawing, Element } from './model.ts'

/** Acts that may happen at almost any time: each stands apart, started by a message. */
const AT_ANY_TIME: readonly Act[] = ['withdraw', 'revoke']
/** Acts that break into a running notice; they wait for somebody outside the office. */
const FROM_OUTSIDE: readonly Act[] = ['object']

type Drawn = {
  readonly program: Program
  readonly service: Service
  readonly elements: Map<string, Element>
  readonly arrows: Map<string, Arrow>
  /** Stages whose way onwards is drawn or being drawn. */
  readonly stages: Set<Stage>
}

/**
 * The procedure of a service as BPMN draws it: who acts in which lane, by which article, within what.
 * What a pack's route leaves out is left out here.
 * @throws RangeError when the program has no such service, or the service has no route
 */
export function drawProcedure(program: Program, name: string): Drawing {
  const service = Object.hasOwn(program.services, name) ? program.services[name] : undefined
  if (!service) throw new RangeError(`no such service: ${name}`)
  const first = stepFor(service, 'file')
  if (!first) throw new RangeError(`no route: ${name}`)
  const drawn = { program, service, elements: new Map(), arrows: new Map(), stages: new Set() }
  put(drawn as Drawn, {
    id: 'start',
    shape: 'startEvent',
    by: first.by,
    title: { zh: '申报通知发布', en: 'Call published' },
    cite: null,
    limit: null,
    says: [],
  })
  join(drawn as Drawn, 'start', actOf(drawn as Drawn, first))
  return finished(drawn as Drawn)
}

function finished({ program, service, elements, arrows }: Drawn): Drawing {
  const used = [...new Set([...elements.values()].map(({ by }) => by))]
  const apart = AT_ANY_TIME.flatMap((act) => stepFor(service, act) ?? [])
  return {
    id: `${program.pack}-${service.name}`,
    namespace: `urn:banfa:${program.pack}:${program.version}:${service.name}`,
    title: service.title,
    says: `${program.title.zh}（${program.version}，${program.digest}）${service.title.zh} ${service.cite}`,
    lanes: used.map((by) => ({ by, title: laneTitle(program, by) })),
    elements: [...elements.values()],
    arrows: [...arrows.values()],
    apart: apart.map((step) => ({
      ...told(program, step),
      id: `act-${step.act}`,
      shape: 'userTask',
    })),
  }
}

function laneTitle(program: Program, by: string): Words {
  if (by === 'applicant') return { zh: '申请人', en: 'Applicant' }
  if (by === 'public') return { zh: '公众', en: 'Public' }
  return program.offices[by]?.title ?? { zh: by, en: by }
}

function put({ elements }: Drawn, element: Element): string {
  if (!elements.has(element.id)) elements.set(element.id, element)
  return element.id
}

function join({ arrows }: Drawn, from: string, to: string): void {
  arrows.set(`${from}→${to}`, { from, to, title: null })
}

/** The act and everything that follows it; its id. An act that several stages allow is drawn once. */
function actOf(drawn: Drawn, step: Step): string {
  const id = `act-${step.act}`
  if (drawn.elements.has(id)) return id
  put(drawn, { ...told(drawn.program, step), id, shape: 'userTask' })
  const stage = after({ stage: 'draft', openObjections: 0 }, step).stage
  join(drawn, id, stage === 'draft' ? endOf(drawn, step, 'done') : onwards(drawn, stage, step))
  return id
}

const BLIND = { zh: '匿名评审', en: 'The review is blind' }

function told(program: Program, { by, title, cite, within, ...asks }: Step) {
  const { judges, experts, review } = asks
  const judged = judges.flatMap((name) => titleOf(program, name))
  const asked = { zh: `至少 ${experts} 名专家`, en: `at least ${experts} experts` }
  const blind = review === 'blind' ? [BLIND] : []
  const says = experts > 0 ? [asked, ...blind, ...judged] : judged
  return { by, title, cite, limit: within, says }
}

function titleOf({ conditions }: Program, name: string): readonly Words[] {
  const title = conditions[name]?.title
  return title ? [{ zh: `评判：${title.zh}`, en: `judges: ${title.en}` }] : []
}

/** Where a stage begins: the acts that leave it as it is come first, in the order of the table. */
function onwards(drawn: Drawn, stage: Stage, cause: Step): string {
  const steps = stepsIn(drawn, stage)
  const [staying, moving] = [
    steps.filter(({ act }) => stays(stage, act)),
    steps.filter(({ act }) => !stays(stage, act)),
  ]
  const [first] = staying
  const begins = first ? `act-${first.act}` : choiceId(stage, moving, cause)
  if (drawn.stages.has(stage)) return begins
  drawn.stages.add(stage)
  let last: string | null = null
  for (const step of staying) {
    const id = put(drawn, {
      ...told(drawn.program, step),
      id: `act-${step.act}`,
      shape: 'userTask',
    })
    if (last !== null) join(drawn, last, id)
    last = id
  }
  const choice = choose(drawn, { stage, moving, cause })
  if (last !== null) join(drawn, last, choice)
  return begins
}

function stepsIn({ service }: Drawn, stage: Stage): readonly Step[] {
  return NEXT[stage]
    .filter((act) => !AT_ANY_TIME.includes(act))
    .flatMap((act) => stepFor(service, act) ?? [])
}

/** An objection is no act that leaves the notice as it is: it is waited for. */
function stays(stage: Stage, act: Act): boolean {
  return !FROM_OUTSIDE.includes(act) && after({ stage, openObjections: 0 }, { act }).stage === stage
}

type Choice = { readonly stage: Stage; readonly moving: readonly Step[]; readonly cause: Step }

function choiceId(stage: Stage, moving: readonly Step[], cause: Step): string {
  const [only, second] = moving
  if (!only) return `end-${stage}`
  if (cause.window) return `wait-${stage}`
  return second ? `choice-${stage}` : `act-${only.act}`
}

/** What a stage allows: its end, one act, a choice of the office, or a wait that others may break. */
function choose(drawn: Drawn, { stage, moving, cause }: Choice): string {
  const [only, second] = moving
  if (!only) return endOf(drawn, cause, stage)
  if (cause.window) return waitFor(drawn, { stage, moving, cause })
  if (!second) return actOf(drawn, only)
  const id = put(drawn, gateway(`choice-${stage}`, only.by, 'exclusiveGateway'))
  for (const step of moving) join(drawn, id, actOf(drawn, step))
  return id
}

/** The public notice: its window passes, or an objection comes and is answered first. */
function waitFor(drawn: Drawn, { stage, moving, cause }: Choice): string {
  const id = put(drawn, gateway(`wait-${stage}`, cause.by, 'eventBasedGateway'))
  const timer = put(drawn, {
    id: `window-${stage}`,
    shape: 'timerEvent',
    by: cause.by,
    title: { zh: '期满', en: 'Window over' },
    cite: cause.cite,
    limit: cause.window,
    says: [],
  })
  join(drawn, id, timer)
  const inside = moving.filter(({ act }) => !FROM_OUTSIDE.includes(act))
  join(drawn, timer, choose(drawn, { stage, moving: inside, cause: { ...cause, window: null } }))
  for (const step of moving) {
    if (FROM_OUTSIDE.includes(step.act))
      join(drawn, id, brokenInto(drawn, { stage, step, wait: id }))
  }
  return id
}

type Broken = { readonly stage: Stage; readonly step: Step; readonly wait: string }

/** What comes from outside is answered, then the wait goes on; unanswered, it ends there. */
function brokenInto(drawn: Drawn, { stage, step, wait }: Broken): string {
  const { act } = step
  const said = told(drawn.program, step)
  const message = put(drawn, { ...said, id: `act-${act}`, shape: 'messageEvent' })
  const broken = after({ stage, openObjections: 0 }, { act }).stage
  const answers = stepsIn(drawn, broken).filter((one) => one.act !== act)
  for (const answer of answers) {
    const id = `act-${answer.act}`
    join(drawn, message, put(drawn, { ...told(drawn.program, answer), id, shape: 'userTask' }))
    join(drawn, id, wait)
  }
  if (answers.length === 0) join(drawn, message, endOf(drawn, step, broken))
  return message
}

function gateway(id: string, by: string, shape: Element['shape']): Element {
  return { id, shape, by, title: { zh: '', en: '' }, cite: null, limit: null, says: [] }
}

function endOf(drawn: Drawn, { by, title }: Step, stage: string): string {
  return put(drawn, {
    id: `end-${stage}`,
    shape: 'endEvent',
    by,
    title,
    cite: null,
    limit: null,
    says: [],
  })
}
