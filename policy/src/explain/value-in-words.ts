import type { Expression } from '../program/expression.ts'
import type { Program } from '../program/program.ts'
import type { ValueDefinition } from '../program/value-definition.ts'
import type { Words } from '../program/words.ts'
import { inEnglish, printValue } from '../values/print.ts'

/** How a value is come by, for a page that shows the rule itself. */
export type ValueInWords = {
  /** The formula as the pack writes it; null where rows or parts say it. */
  readonly formula: string | null
  /** The rows of its table: the tests as written, and what a row gives. */
  readonly rows: readonly { readonly when: readonly string[]; readonly gives: Words }[]
  /** Values it is made of: added up, or the best of them. */
  readonly parts: readonly ValueDefinition[]
  readonly joined: 'sum' | 'best' | null
  /** Who scores it, and to which question. */
  readonly scoredBy: { readonly office: Words; readonly question: Words } | null
}

/** A value of the program as people read its rule. */
export function valueInWords(program: Program, definition: ValueDefinition): ValueInWords {
  const { of, parts, printed, scoredBy } = definition
  const named = parts.flatMap((name) => program.values[name] ?? [])
  const inner = of.kind === 'extreme' && of.is === 'min' ? (of.of[0] ?? of) : of
  const best = inner.kind === 'extreme' && inner.is === 'max'
  return {
    formula: printed,
    rows: of.kind === 'table' ? rowsOf(of, definition) : [],
    parts: named,
    joined: named.length === 0 || printed !== null ? null : best ? 'best' : 'sum',
    scoredBy: scoredBy && {
      office: program.offices[scoredBy.by]?.title ?? { zh: scoredBy.by, en: scoredBy.by },
      question: scoredBy.question,
    },
  }
}

type Table = Extract<Expression, { kind: 'table' }>

function rowsOf({ rows, otherwise }: Table, definition: ValueDefinition): ValueInWords['rows'] {
  const listed = rows.map(({ printed, gives }) => ({
    when: printed,
    gives: givenBy(gives, definition),
  }))
  const rest = otherwise ? [{ when: [], gives: givenBy(otherwise, definition) }] : []
  return [...listed, ...rest]
}

/** A plain value as it prints; anything worked out is a formula of its own. */
function givenBy(gives: Expression, definition: ValueDefinition): Words {
  if (gives.kind !== 'literal') return { zh: '按公式计算', en: 'worked out' }
  const zh = printValue(definition, gives.value)
  const en = printValue(definition, gives.value, 'en')
  return { zh, en: definition.options.length > 0 ? en : inEnglish(en) }
}
