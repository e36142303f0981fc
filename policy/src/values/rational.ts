/**
 * An exact number as plain JSON: numerator and denominator in lowest terms, as decimal strings, so
 * that a program survives JSON without loss. Arithmetic lives beside it on BigInt.
 */
export type Rational = { readonly over: string; readonly under: string }
