/** The door of 草案试算: a draft beside an installed version, on the zone's own firms. */
export { type Bench, benchOf } from './benches.ts'
export { refusals } from './refusals.ts'
export type { Change, Moved, Ran, Threshold } from './simulated.ts'
export { type SimulationAsked, startSimulation } from './start-simulation.ts'
