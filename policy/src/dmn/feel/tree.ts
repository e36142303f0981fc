export type Sign = '+' | '-' | '*' | '/' | '**'
export type Comparing = '=' | '!=' | '<' | '<=' | '>' | '>='

/** Standard FEEL as parsed, as far as the profile reads it. */
export type Feel =
  | { readonly kind: 'number' | 'string' | 'name'; readonly text: string }
  | { readonly kind: 'boolean'; readonly is: boolean }
  | { readonly kind: 'null' }
  /** What a unary test is about: `?`, or left unsaid. */
  | { readonly kind: 'input' }
  | { readonly kind: 'compare'; readonly is: Comparing; readonly left: Feel; readonly right: Feel }
  | { readonly kind: 'arithmetic'; readonly is: Sign; readonly left: Feel; readonly right: Feel }
  | { readonly kind: 'negative'; readonly of: Feel }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Feel[] }
  /** `of in (tests)`; any of them. */
  | { readonly kind: 'in'; readonly of: Feel; readonly tests: readonly Feel[] }
  | Range
  | { readonly kind: 'if'; readonly when: Feel; readonly gives: Feel; readonly otherwise: Feel }
  | { readonly kind: 'list'; readonly of: readonly Feel[] }
  | { readonly kind: 'call'; readonly name: string; readonly of: readonly Feel[] }
  | { readonly kind: 'path'; readonly of: Feel; readonly name: string }
  | { readonly kind: 'filter'; readonly of: Feel; readonly where: Feel }
  | {
      readonly kind: 'some' | 'every'
      readonly variable: string
      readonly among: Feel
      readonly holds: Feel
    }

export type Range = {
  readonly kind: 'range'
  readonly from: Feel
  readonly fromIsIn: boolean
  readonly to: Feel
  readonly toIsIn: boolean
}

/** A cell of a decision table: anything, or tests of which one (or, after `not`, none) must hold. */
export type Unary =
  | { readonly any: true }
  | { readonly not: boolean; readonly tests: readonly Feel[] }
