/** The door for what would change a refusal: found in doubles, verified by the interpreter. */

export { type Repair, smallestRepair } from './repair/repair.ts'
export type { Change } from './repair/repair-in-words.ts'
