/**
 * The door for machines that may build code from text: rows and columns of many cases at once. Not
 * for a browser page, whose content policy forbids it; `run.ts` has the closures.
 */

export { appendAll, appenderTo } from './columns/append.ts'
export { type Buffer, bytesOf, type Columns, columnsFor } from './columns/columns.ts'
export { type Counts, counter, countsFor, type Groups } from './columns/counts.ts'
export { factsAt } from './columns/facts-at.ts'
export { paidAmongIn } from './columns/paid-among.ts'
export { answerAt, ReplayDiffers, replay } from './columns/replay.ts'
export { rowRunner } from './columns/row-code.ts'
export { type Answers, answersFor, type Keep, runner } from './columns/run.ts'
export type { RunRange, Tunable } from './columns/tunable.ts'
export {
  type Compared,
  type Grouped,
  type Reason,
  type SimulatedFirm,
  Simulation,
  type Sum,
} from './simulate/simulation.ts'
