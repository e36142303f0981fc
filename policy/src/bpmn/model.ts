import type { Limit } from '../program/service.ts'
import type { Words } from '../program/words.ts'

/** What a thing on the drawing is, in the words of BPMN 2.0.2 (OMG formal/13-12-09). */
export type Shape =
  | 'startEvent'
  | 'endEvent'
  | 'userTask'
  | 'exclusiveGateway'
  | 'eventBasedGateway'
  | 'messageEvent'
  | 'timerEvent'

/** One thing of the procedure: what it is called, in whose lane, on which article. */
export type Element = {
  readonly id: string
  readonly shape: Shape
  /** Who acts; the lane it stands in. */
  readonly by: string
  readonly title: Words
  readonly cite: string | null
  /** Time the office has; for a timer, the time that passes. */
  readonly limit: Limit | null
  /** What else a reader must know, such as the conditions judged here. */
  readonly says: readonly Words[]
}

export type Arrow = { readonly from: string; readonly to: string; readonly title: Words | null }

/** The procedure of one service, before it is placed and written. */
export type Drawing = {
  readonly id: string
  readonly namespace: string
  readonly title: Words
  readonly says: string
  /** Who acts, from the applicant upwards, each with its name. */
  readonly lanes: readonly { readonly by: string; readonly title: Words }[]
  readonly elements: readonly Element[]
  readonly arrows: readonly Arrow[]
  /** Acts that may come at almost any time, each a small process beside the main one. */
  readonly apart: readonly Element[]
}

/** The two arrows of an act that stands apart: from its message, to its end. */
export function arrowsApart({ id }: Element): readonly Arrow[] {
  return [
    { from: `start-${id}`, to: id, title: null },
    { from: id, to: `end-${id}`, title: null },
  ]
}
