import {
  type Json,
  type PartyId,
  type Post,
  record,
  type Words,
  type WriteTx,
} from '../kernel/index.ts'
import { boardOf } from './append.ts'
import { moveBoard } from './board-store.ts'
import { step } from './case.ts'
import type { TextMove } from './happened.ts'
import { type OpenCase, subjectOf } from './open-case.ts'

/** What is noted on a case beside its procedure: none of these moves its stage. */
export const NOTED = {
  'sanction.propose': { zh: '拟处理告知', en: 'Notice of an intended sanction' },
  'sanction.serve': { zh: '告知书送达', en: 'The notice was served' },
  'sanction.answer': { zh: '陈述申辩', en: 'The party answered' },
  'sanction.summon': { zh: '听证通知', en: 'A hearing was called' },
  'sanction.hear': { zh: '举行听证', en: 'The hearing was held' },
  'sanction.impose': { zh: '处理决定', en: 'The sanction was decided' },
  'sanction.drop': { zh: '不予处理', en: 'The sanction was dropped' },
  'sanction.lift': { zh: '解除处理', en: 'The sanction was lifted' },
  'change.report': { zh: '变更报备', en: 'A change was reported' },
  'change.verify': { zh: '实地核查', en: 'Verified on site' },
  'change.file': { zh: '变更报告', en: 'The change was filed' },
  'change.settle': { zh: '确认变更影响', en: 'What the change comes to' },
  'paper.withhold': { zh: '材料不向专家提供', en: 'A paper was kept from the experts' },
  'paper.show': { zh: '材料恢复向专家提供', en: 'A paper is shown to the experts again' },
} as const satisfies Readonly<Record<string, Words>>

/** What is noted when another text comes to govern the case. */
export const TEXT_MOVED = {
  'version.migrate': { zh: '改按现行版本办理', en: 'Moved to the version in force' },
  'version.restore': { zh: '撤销迁移，恢复原版本', en: 'Moved back to its former version' },
} as const satisfies Readonly<Record<TextMove, Words>>
export type Noted = keyof typeof NOTED

export type NewNote = {
  readonly act: Noted
  readonly as: Post | null
  /** In whose name a person without a post acts. */
  readonly onBehalfOf?: PartyId | null
  readonly cite: string
  readonly reason: string | null
  readonly detail: object
}

/**
 * Notes on the case's record what is done about it outside its procedure; the board follows, so
 * that acts on one case still meet. Answers the case as it then stands.
 */
export async function note(tx: WriteTx, open: OpenCase, noted: NewNote): Promise<OpenCase> {
  const { detail, ...said } = noted
  const entry = await record(tx, {
    ...said,
    subject: subjectOf(open.id),
    detail: JSON.parse(JSON.stringify(detail)) as Json,
  })
  const state = step(open.state, entry)
  await moveBoard(tx, open.id, boardOf(state, open, open.board.due_on))
  return { ...open, state, entries: [...open.entries, entry] }
}
