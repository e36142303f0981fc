import type { Arithmetic, Comparison } from '../program/expression.ts'
import type { FunctionName } from './functions.ts'

/** A formula as parsed: names and units are still words; `at` is the column from 0. */
export type Tree = { readonly at: number } & (
  | {
      readonly kind: 'number'
      readonly text: string
      readonly unit: string | null
      readonly duration: string | null
    }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'flag'; readonly flag: boolean }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'compare'; readonly is: Comparison; readonly left: Tree; readonly right: Tree }
  | {
      readonly kind: 'arithmetic'
      readonly is: Arithmetic
      readonly left: Tree
      readonly right: Tree
    }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Tree[] }
  | { readonly kind: 'not'; readonly of: Tree }
  | { readonly kind: 'in-list'; readonly of: Tree; readonly among: readonly Tree[] }
  | {
      readonly kind: 'in-range'
      readonly of: Tree
      readonly from: Tree
      readonly fromIsIn: boolean
      readonly to: Tree
      readonly toIsIn: boolean
    }
  /** A closed function of the language: `round half up(x, 0.01)`. */
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Tree[] }
  | { readonly kind: 'path'; readonly of: Tree; readonly name: string }
  | { readonly kind: 'filter'; readonly of: Tree; readonly where: Tree }
  | {
      readonly kind: 'quantified'
      readonly is: 'some' | 'every'
      readonly variable: string
      readonly of: Tree
      readonly holds: Tree
    }
  | { readonly kind: 'choose'; readonly when: Tree; readonly gives: Tree; readonly otherwise: Tree }
)
