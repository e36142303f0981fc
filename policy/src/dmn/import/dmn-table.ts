import { childOf, childrenOf, type Element } from '../../text/xml-tree.ts'

/** A decision table as its file has it. */
export type DmnTable = {
  /** What the decision is called; its id; its kind, key, article, unit and title, if the file is ours. */
  readonly name: string
  readonly id: string
  readonly own: Own | null
  readonly hit: string
  readonly aggregation: string | null
  readonly inputs: readonly ColumnHead[]
  readonly outputs: readonly ColumnHead[]
  readonly rules: readonly Rule[]
  readonly line: number
}

export type Own = {
  readonly kind: string
  readonly key: string
  readonly cite: string | null
  readonly unit: string | null
  readonly zh: string
  readonly en: string
}

export type ColumnHead = {
  readonly text: string
  readonly name: string | null
  readonly type: string | null
  /** The list of values that may stand here, as FEEL; null where any may. */
  readonly allowed: string | null
  readonly otherwise: string | null
  readonly line: number
}

export type Rule = {
  readonly tests: readonly string[]
  readonly gives: readonly string[]
  readonly note: string
  readonly line: number
}

export function feelIn(of: Element | undefined): string {
  return (childOf(of, 'text')?.text ?? '').trim()
}

/** The words of ours in the extension elements of an element of the file. */
export function ownOf(of: Element): Own | null {
  const [own] = childOf(of, 'extensionElements')?.children ?? []
  const { key, cite = null, unit = null, zh = '', en = '' } = own?.attributes ?? {}
  return own && key !== undefined ? { kind: own.name, key, cite, unit, zh, en } : null
}

export function tablesIn(root: Element): readonly DmnTable[] {
  return childrenOf(root, 'decision').flatMap((decision) => {
    const table = childOf(decision, 'decisionTable')
    return table ? [tableOf(decision, table, root)] : []
  })
}

function tableOf(decision: Element, table: Element, root: Element): DmnTable {
  const { name = '', id = '' } = decision.attributes
  const typed = (type: string | undefined) => allowedOf(type ?? null, root)
  const inputs = childrenOf(table, 'input').map((clause): ColumnHead => {
    const expression = childOf(clause, 'inputExpression')
    const type = expression?.attributes.typeRef
    return {
      text: feelIn(expression),
      name: null,
      type: type ?? null,
      allowed: feelIn(childOf(clause, 'inputValues')) || typed(type),
      otherwise: null,
      line: clause.line,
    }
  })
  const own = childOf(decision, 'variable')?.attributes.typeRef ?? table.attributes.typeRef
  const outputs = childrenOf(table, 'output').map((clause): ColumnHead => {
    const type = clause.attributes.typeRef ?? own
    const otherwise = childOf(clause, 'defaultOutputEntry')
    return {
      text: '',
      name: clause.attributes.name ?? null,
      type: type ?? null,
      allowed: feelIn(childOf(clause, 'outputValues')) || typed(type),
      otherwise: otherwise ? feelIn(otherwise) : null,
      line: clause.line,
    }
  })
  const { hitPolicy = 'UNIQUE', aggregation = null } = table.attributes
  const about = { name, id, own: ownOf(decision), hit: hitPolicy, aggregation, line: table.line }
  return { ...about, inputs, outputs, rules: childrenOf(table, 'rule').map(ruleOf) }
}

function ruleOf(rule: Element): Rule {
  return {
    tests: childrenOf(rule, 'inputEntry').map(feelIn),
    gives: childrenOf(rule, 'outputEntry').map(feelIn),
    note: feelIn(childOf(rule, 'annotationEntry')),
    line: rule.line,
  }
}

/** The allowed values of a type the file defines itself. */
function allowedOf(type: string | null, root: Element): string | null {
  const definition = childrenOf(root, 'itemDefinition').find(
    ({ attributes }) => attributes.name === type,
  )
  return feelIn(childOf(definition, 'allowedValues')) || null
}
