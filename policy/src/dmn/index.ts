/** The door for interchange: services out as DMN, decision tables in from it. */
export { exportService } from './export/export-service.ts'
export { writeDmn } from './export/write-dmn.ts'
export { type Imported, importTables } from './import/import-tables.ts'
export type { Refused } from './import/place.ts'
export { UnreadableXml } from './xml-tree.ts'
