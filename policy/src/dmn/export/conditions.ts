import type { Condition } from '../../program/condition.ts'
import { atom, chosen, open, type Piece } from '../feel/piece.ts'
import type { Scope } from '../feel/scope.ts'
import { limbs, writeTruth } from '../feel/write.ts'

/** What a condition of conditions, or a computed or evidenced one, says in FEEL. */
export function writeCondition(
  condition: Exclude<Condition, { kind: 'judged' }>,
  scope: Scope,
): Piece {
  const { names } = scope
  const members =
    'of' in condition ? condition.of.map(({ name }) => atom(names.condition(name))) : []
  switch (condition.kind) {
    case 'all':
      return limbs('and', members)
    case 'any':
      return limbs('or', members)
    case 'none':
      return atom(`not(${limbs('or', members).text})`)
    case 'at-least':
      return atLeast(condition.count, members)
    case 'variant':
      return condition.when.reduceRight<Piece>(
        (otherwise, when, at) =>
          chosen(writeTruth(when, scope), members[at] ?? atom('false', true), otherwise),
        atom('false', true),
      )
    case 'computed':
      return writeTruth(condition.test, scope)
    case 'evidenced':
      return atom(names.paper(condition.paper))
  }
}

/** Decided once enough are met, or once too many are not. */
function atLeast(count: number, members: readonly Piece[]): Piece {
  const list = `[${members.map(({ text }) => text).join(', ')}]`
  const those = (is: boolean) => `sum(for m in ${list} return if m = ${is} then 1 else 0)`
  const left = `if ${those(false)} > ${members.length - count} then false else null`
  return open(`if ${those(true)} >= ${count} then true else ${left}`)
}

/** What a condition says beside its formula, for the reader of the file. */
export function readingOf(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
      return '全部符合 · all of them'
    case 'any':
      return '其一符合 · any of them'
    case 'none':
      return '均不得有 · none of them'
    case 'at-least':
      return `至少 ${condition.count} 项 · at least ${condition.count} of them`
    case 'variant':
      return '按类别适用 · the one that applies'
    case 'computed':
      return condition.printed
    case 'evidenced':
      return '以材料为证 · shown by a paper'
    case 'judged':
      return condition.question.zh
  }
}
