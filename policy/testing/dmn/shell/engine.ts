/** Names in sight: values of the engine's own kind, null, lists, contexts and functions. */
export type Scope = { readonly [name: string]: unknown }

/** A function of the model: a business knowledge model, a boxed function, a decision service. */
export class ModelFunction {
  readonly parameters: readonly string[]
  readonly call: (given: readonly unknown[]) => unknown

  constructor(parameters: readonly string[], call: (given: readonly unknown[]) => unknown) {
    this.parameters = parameters
    this.call = call
  }
}

/** A FEEL engine under the shell. It may throw: the test case then has no result. */
export type Engine = {
  readonly evaluate: (text: string, scope: Scope) => unknown
  readonly test: (text: string, scope: Scope, value: unknown) => boolean
  readonly aggregate: (is: 'SUM' | 'MIN' | 'MAX' | 'COUNT', values: readonly unknown[]) => unknown
  readonly isTrue: (value: unknown) => boolean
  /** A value of a test-case file: its text and its XML Schema type. */
  readonly read: (text: string, type: string) => unknown
  readonly same: (expected: unknown, got: unknown) => boolean
  /** For the order of output values in a table with priorities. */
  readonly show: (value: unknown) => string
}
