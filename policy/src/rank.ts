/** The door for whole fields: places, grades and who is inside. No parser is behind it. */

export type { Admission, Settled, Taken, Tie } from './rank/quotas.ts'
export { type Contestant, type Ranked, rank } from './rank/rank.ts'
export {
  type Entered,
  type Field,
  type Placed,
  type RankedField,
  rankField,
} from './rank/rank-field.ts'
