/** The door for databases: a program as one exact query for PostgreSQL or DuckDB. */

export { codesOf } from './emit/sql/codes.ts'
export { type Dialect, DUCKDB, POSTGRESQL } from './emit/sql/dialect.ts'
export { NotInSql } from './emit/sql/piece.ts'
export {
  emitSql,
  type ServiceColumns,
  type SqlAnswers,
  type SqlQuestion,
} from './emit/sql/statement.ts'
export {
  type Cell,
  columnsSql,
  type FactColumn,
  type FactRow,
  type FactRows,
  factRows,
  factTables,
  statedIn,
} from './emit/sql/tables.ts'
