import type { Arithmetic, Comparison } from '../program/expression.ts'

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
  | { readonly kind: 'extreme'; readonly is: 'min' | 'max'; readonly of: readonly Tree[] }
  | { readonly kind: 'choose'; readonly when: Tree; readonly gives: Tree; readonly otherwise: Tree }
)
