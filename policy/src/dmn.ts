/** The door for interchange: services out as DMN, decision tables in from it. */
export { exportService } from './dmn/export/export-service.ts'
export { writeDmn } from './dmn/export/write-dmn.ts'
export { type Imported, importTables } from './dmn/import/import-tables.ts'
export type { Refused } from './dmn/import/place.ts'
export { UnreadableXml } from './text/xml-tree.ts'
