export { readDocument } from './read-document.ts'
export type { Content, Doubt, Paragraph, Reading, Removed, Section, Table } from './reading.ts'
export { refusals } from './refusals.ts'
export { linesOf, sectionsOf, tablesOf } from './text-of.ts'
