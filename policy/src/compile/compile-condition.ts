import { type Scope, typeFlag } from '../check/formula-types.ts'
import { plain } from '../check/known.ts'
import type { Citation } from '../program/citation.ts'
import type { Condition } from '../program/condition.ts'
import type { ConditionText } from '../syntax/condition-shape.ts'
import { parseFormula } from '../syntax/parse-formula.ts'
import { namesOf } from '../syntax/token.ts'

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
        of: body.of.map((member) => compileCondition(member, scope)),
      }
    case 'at-least':
      return {
        ...cited,
        kind: 'at-least',
        count: body.count,
        of: body.of.map((member) => compileCondition(member, scope)),
      }
    case 'that': {
      const test = typeFlag(parseFormula(body.formula, namesOf(scope.names)), scope)
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
