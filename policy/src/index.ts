/** The door for authors: from the text of a pack to its program, its modules and its coverage. */
export { check } from './check/check.ts'
export { type OfficialText, printedNumbers } from './check/printed-numbers.ts'
export { type Compiled, compile, type Sha256 } from './compile/compile.ts'
export { soundNumbers } from './compile/sound-numbers.ts'
export { type Coverage, coverage } from './examples/coverage.ts'
export {
  type Run,
  type Tried,
  tryExamples,
  type WorkedExample,
  workedExamples,
} from './examples/worked-example.ts'
export {
  type NameKind,
  type Outline,
  type OutlinedArticle,
  type OutlinedName,
  outline,
} from './outline/outline.ts'
export { type PackFiles, type PackSource, readPack } from './syntax/read-pack.ts'
export { schemas } from './syntax/schemas.ts'
export type { Complaint } from './text/complaint.ts'
