import { treeOf } from '../check/formula-here.ts'
import { typeFlag } from '../check/formula-types.ts'
import type { Scope } from '../check/scope.ts'
import { plain } from '../check/words.ts'
import type { Citation } from '../program/citation.ts'
import type { Condition } from '../program/condition.ts'
import type { ConditionText } from '../syntax/condition-shape.ts'

/** A checked condition as a node of the program. */
export function compileCondition(text: ConditionText, scope: Scope): Condition {
  const { body } = text
  const cited = { name: text.condition, cite: text.cite as Citation, title: plain(text.title) }
  switch (body.kind) {
    case 'all':
    case 'any':
      return {
        ...cited,
        kind: body.kind,
        of: membersOf(body.of, scope),
      }
    case 'none':
      return { ...cited, kind: 'none', of: membersOf(body.of, scope) }
    case 'variants':
      return {
        ...cited,
        kind: 'variant',
        when: body.when.map((one) => typeFlag(treeOf(one, scope), scope)),
        printed: body.when.map(({ formula }) => formula),
        of: membersOf(body.of, scope),
      }
    case 'at-least':
      return {
        ...cited,
        kind: 'at-least',
        count: body.count,
        of: membersOf(body.of, scope),
      }
    case 'that': {
      const test = typeFlag(treeOf({ formula: body.formula, at: body.formulaAt }, scope), scope)
      return { ...cited, kind: 'computed', test, printed: body.formula }
    }
    case 'judged':
      return {
        ...cited,
        kind: 'judged',
        question: plain(body.question),
        by: body.by,
        looksAt: body.looksAt,
      }
    case 'evidenced':
      return { ...cited, kind: 'evidenced', paper: body.paper }
  }
}

function membersOf(of: readonly ConditionText[], scope: Scope): readonly Condition[] {
  return of.map((member) => compileCondition(member, scope))
}
