/**
 * The door for one case quickly, where no code may be built from text: every answer and amount, or
 * whole outcomes. `run.ts` explains without a plan; it stays light because this is apart from it.
 */

export { rowClosures } from './closures/row-closures.ts'
export type { RowAnswers } from './columns/interpret-row.ts'
export type { Asked } from './columns/machine.ts'
export type { RunRow } from './columns/one-row.ts'
export { lower, type Plan } from './lower/lower.ts'
export { type RowOutcomes, rowOutcomes } from './outcomes/outcomes.ts'
