import type { Expression } from '../../program/expression.ts'
import type { Program } from '../../program/program.ts'
import type { Day } from '../../values/day.ts'
import type { Truth, Val } from './results.ts'
import type { Sheets } from './sheets.ts'

/** What a formula may name where it stands: the firm's facts and values, the record at hand. */
export type Page = {
  readonly program: Pick<Program, 'values' | 'records'>
  readonly on: Day
  readonly sheets: Sheets
  /** A formula as it reads here. */
  work(formula: Expression): Val
  truth(formula: Expression): Truth
  fact(name: string): Val
  value(name: string): Val
  /** Whether the list is known at all: a flag. */
  list(name: string): Val
  /** The page of one record of the list. */
  record(list: string): Page
  field(name: string): Val
}
