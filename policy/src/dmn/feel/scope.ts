import type { Program } from '../../program/program.ts'
import type { FeelNames } from './names.ts'
import { atom, type Piece, whenApplying, whenKnown } from './piece.ts'

/** What standard FEEL has no words for: working days, which are a calendar. */
export class Inexpressible extends Error {
  override readonly name = 'Inexpressible'
}

/** Where a formula is written: what things are called, the record at hand, variables in use. */
export type Scope = {
  readonly program: Pick<Program, 'facts' | 'values' | 'records'>
  readonly names: FeelNames
  readonly record: { readonly variable: string; readonly records: string } | null
  readonly depth: number
}

/** Text written twice only where it is short; else it is bound to a variable, worked out once. */
const SHORT = 24

export function bound(
  pieces: readonly Piece[],
  scope: Scope,
  then: (pieces: readonly [Piece, Piece, ...Piece[]], scope: Scope) => Piece,
): Piece {
  const [at, long] = [...pieces.entries()].find(([, one]) => one.text.length > SHORT) ?? []
  if (at === undefined || !long) {
    return then(pieces as unknown as readonly [Piece, Piece, ...Piece[]], scope)
  }
  const variable = `v${scope.depth + 1}`
  const inner = { ...scope, depth: scope.depth + 1 }
  const rest = pieces.with(at, { ...atom(variable, long.sure), na: long.na === true })
  const body = bound(rest, inner, then)
  return atom(`(for ${variable} in [${long.text}] return ${body.text})[1]`, body.sure)
}

type Then = (pieces: readonly [Piece, Piece, ...Piece[]], scope: Scope) => Piece

/** Works with pieces only once all of them are there, and gives `otherwise` where one does not apply. */
export function known(
  pieces: readonly Piece[],
  { scope, otherwise }: { readonly scope: Scope; readonly otherwise: string },
  then: Then,
): Piece {
  return bound(pieces, scope, (all, inner) =>
    whenKnown(all, whenApplying(all, otherwise, then(all, inner))),
  )
}

/** The same where FEEL itself gives null for null: only two pieces of which one does not apply need more. */
export function applying(
  pieces: readonly Piece[],
  { scope, otherwise }: { readonly scope: Scope; readonly otherwise: string },
  then: Then,
): Piece {
  if (!pieces.some(({ na }) => na)) return then(pieces as unknown as Parameters<Then>[0], scope)
  return bound(pieces, scope, (all, inner) => {
    const guarded = whenApplying(all, otherwise, then(all, inner))
    return all.filter(({ sure }) => !sure).length < 2 ? guarded : whenKnown(all, guarded)
  })
}
