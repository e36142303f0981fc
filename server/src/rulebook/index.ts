export { emittedModule } from './emitted-module.ts'
export { enact } from './enact.ts'
export { getMeasure } from './get-measure.ts'
export { getProgram } from './get-program.ts'
export { install } from './install.ts'
export { installText } from './install-text.ts'
export { listMeasures } from './list-measures.ts'
export type {
  ArticleText,
  EnactInput,
  Enactment,
  Installed,
  InstalledText,
  Measure,
  MeasureSummary,
  TextInput,
  Version,
} from './measure.ts'
export { officialText } from './official-text.ts'
export { programInForce } from './program-in-force.ts'
export { refusals } from './refusals.ts'
