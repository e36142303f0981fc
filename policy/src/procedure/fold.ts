import { ACTS, type Act, NEXT, STAGES, type Stage } from './acts.ts'

/** What the fold needs of an act that happened; everything else about it is for people. */
export type Happened = { readonly act: string }

export type Position = { readonly stage: Stage; readonly openObjections: number }

const START: Position = { stage: 'draft', openObjections: 0 }

/** Where each act leads; acts that change no stage are absent. */
const AFTER: Readonly<Partial<Record<Act, Stage>>> = {
  file: 'filed',
  withdraw: 'withdrawn',
  accept: 'accepted',
  return: 'returned',
  recommend: 'recommended',
  reappraise: 'recommended',
  'conclude-review': 'reviewed',
  deliberate: 'deliberated',
  publicise: 'publicised',
  propose: 'proposed',
  decide: 'decided',
  refuse: 'refused',
  certify: 'certified',
  revoke: 'revoked',
  restore: 'certified',
}

/** Where sending back leads, by the stage it is done at. */
const SENT_BACK: Readonly<Partial<Record<Stage, Stage>>> = {
  accepted: 'filed',
  recommended: 'accepted',
  reviewed: 'recommended',
  deliberated: 'reviewed',
  proposed: 'publicised',
}

/** The stage an act leads to from a stage; null when it changes none. */
function leadsTo(stage: Stage, act: Act): Stage | null {
  return (act === 'send-back' ? SENT_BACK[stage] : AFTER[act]) ?? null
}

/** The position after one more act; acts of other rooms on the same subject change nothing. */
export function after(position: Position, happened: Happened): Position {
  if (happened.act === 'object') {
    return { stage: 'objected', openObjections: position.openObjections + 1 }
  }
  if (happened.act === 'answer-objection') {
    const open = Math.max(0, position.openObjections - 1)
    return { stage: open === 0 ? 'publicised' : 'objected', openObjections: open }
  }
  const stage = leadsTo(position.stage, happened.act as Act)
  return stage ? { ...position, stage } : position
}

/** The stage is folded from what happened; nobody writes it. */
export function positionOf(history: readonly Happened[]): Position {
  return history.reduce(after, START)
}

export function stageOf(history: readonly Happened[]): Stage {
  return positionOf(history).stage
}

export function allowedActs(stage: Stage): readonly Act[] {
  return NEXT[stage]
}

export function isAct(text: string): text is Act {
  return (ACTS as readonly string[]).includes(text)
}

/** The table as a mermaid state diagram, for the docs: the picture cannot be out of date. */
export function procedureDiagram(): string {
  const lines = STAGES.flatMap((stage) =>
    NEXT[stage].flatMap((act) => {
      const to =
        act === 'object'
          ? 'objected'
          : act === 'answer-objection'
            ? 'publicised'
            : leadsTo(stage, act)
      return to ? [`  ${stage} --> ${to}: ${act}`] : []
    }),
  )
  return ['stateDiagram-v2', '  [*] --> draft', ...lines].join('\n')
}
