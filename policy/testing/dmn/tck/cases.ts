import { childOf, childrenOf, type Element, readTree } from '../../../src/text/xml-tree.ts'
import type { Engine, Scope } from '../shell/engine.ts'

/** One test case of the TCK's format; values are read by the engine they are asked of. */
export type Case = {
  readonly id: string
  /** What is asked: decisions, or one service or knowledge model called by name. */
  readonly calls: string | null
  readonly inputs: (engine: Engine) => Scope
  readonly wants: readonly Wanted[]
}

export type Wanted = {
  readonly name: string
  readonly error: boolean
  readonly value: (engine: Engine) => unknown
}

export type Suite = { readonly model: string; readonly cases: readonly Case[] }

/** A test file: `<testCases>` with the model's file name and its cases. */
export function readCases(xml: string): Suite {
  const root = readTree(xml)
  return {
    model: childOf(root, 'modelName')?.text.trim() ?? '',
    cases: childrenOf(root, 'testCase').map(caseOf),
  }
}

function caseOf(element: Element): Case {
  const { id = '', type = 'decision', invocableName = null } = element.attributes
  const nodes = childrenOf(element, 'inputNode')
  return {
    id,
    calls: type === 'decision' ? null : invocableName,
    inputs: (engine) =>
      Object.fromEntries(nodes.map((node) => [node.attributes.name ?? '', valueIn(node, engine)])),
    wants: childrenOf(element, 'resultNode').map((node) => ({
      name: node.attributes.name ?? '',
      error: node.attributes.errorResult === 'true',
      value: (engine) => valueIn(childOf(node, 'expected'), engine),
    })),
  }
}

/** A value, a list of items, or components by name; nothing is null. */
function valueIn(of: Element | undefined, engine: Engine): unknown {
  const value = childOf(of, 'value')
  if (value) {
    if (value.attributes.nil === 'true') return null
    const type = value.attributes.type ?? 'string'
    const text = /string$/i.test(type) ? value.text : value.text.trim()
    return engine.read(text, type.slice(type.indexOf(':') + 1))
  }
  const list = childOf(of, 'list')
  if (list) {
    if (list.attributes.nil === 'true') return null
    return childrenOf(list, 'item').map((item) => valueIn(item, engine))
  }
  const parts = childrenOf(of, 'component')
  if (parts.length === 0 || parts.every(({ attributes }) => attributes.nil === 'true')) return null
  return Object.fromEntries(
    parts.map((part) => [part.attributes.name ?? '', valueIn(part, engine)]),
  )
}
