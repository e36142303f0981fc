import { childOf, childrenOf, type Element, readTree } from '../../../src/text/xml-tree.ts'
import { evaluateBoxed, expressionIn, functionOf } from './boxed.ts'
import { type Engine, ModelFunction, type Scope } from './engine.ts'

/** A DMN file and the files it imports, as the shell runs them. */
export type Model = {
  readonly root: Element
  readonly namespace: string
  readonly imports: readonly { readonly name: string; readonly model: Model }[]
}

/** @param open the text of a file beside the first one, by namespace; null where there is none */
export function readModel(xml: string, open: (namespace: string) => string | null): Model {
  const root = readTree(xml)
  const imports = childrenOf(root, 'import').flatMap(({ attributes }) => {
    const text = open(attributes.namespace ?? '')
    return text === null ? [] : [{ name: attributes.name ?? '', model: readModel(text, open) }]
  })
  return { root, namespace: root.attributes.namespace ?? '', imports }
}

/** One question to a model: inputs by name, each decision worked out once. */
export class Run {
  readonly #model: Model
  readonly #engine: Engine
  readonly #inputs: Scope
  readonly #done = new Map<Element, unknown>()

  constructor(model: Model, engine: Engine, inputs: Scope) {
    this.#model = model
    this.#engine = engine
    this.#inputs = inputs
  }

  decision(name: string): unknown {
    const found = nodesNamed(this.#model, name, 'decision')
    if (!found) throw new Error(`no decision ${name}`)
    return this.#value(found, this.#model)
  }

  /** A decision service or a business knowledge model, called with the inputs by their names. */
  call(name: string, given: Scope): unknown {
    const found =
      nodesNamed(this.#model, name, 'decisionService') ??
      nodesNamed(this.#model, name, 'businessKnowledgeModel')
    if (!found) throw new Error(`nothing to call: ${name}`)
    const callable = this.#value(found, this.#model)
    if (!(callable instanceof ModelFunction)) return null
    return callable.call(callable.parameters.map((parameter) => given[parameter] ?? null))
  }

  #value(node: Element, model: Model): unknown {
    if (this.#done.has(node)) return this.#done.get(node)
    const value = this.#worked(node, model)
    this.#done.set(node, value)
    return value
  }

  #worked(node: Element, model: Model): unknown {
    const name = node.attributes.name ?? ''
    switch (node.name) {
      case 'inputData':
        return this.#inputs[name] ?? null
      case 'decision':
        return evaluateBoxed(expressionIn(node), this.#scopeOf(node, model), this.#engine)
      case 'businessKnowledgeModel': {
        const logic = childOf(node, 'encapsulatedLogic')
        return logic ? functionOf(logic, this.#scopeOf(node, model), this.#engine) : null
      }
      default:
        return this.#service(node, model)
    }
  }

  /** What a node requires, by name; of an imported model inside a context of the import's name. */
  #scopeOf(node: Element, model: Model): Scope {
    const scope: Record<string, unknown> = {}
    for (const href of requiredBy(node)) {
      const found = resolve(href, model)
      if (!found) continue
      const { node: required, model: of, as } = found
      const value = this.#value(required, of)
      const key = childOf(required, 'variable')?.attributes.name ?? required.attributes.name ?? ''
      if (as === null) scope[key] = value
      else scope[as] = { ...(scope[as] as Scope | undefined), [key]: value }
    }
    return scope
  }

  #service(node: Element, model: Model): ModelFunction {
    const part = (tag: string) =>
      childrenOf(node, tag).flatMap(
        ({ attributes }) => resolve(attributes.href ?? '', model)?.node ?? [],
      )
    const asked = [...part('inputData'), ...part('inputDecision')]
    const names = asked.map(({ attributes }) => attributes.name ?? '')
    const output = part('outputDecision')
    return new ModelFunction(names, (given) => {
      const inputs = Object.fromEntries(names.map((name, at) => [name, given[at] ?? null]))
      const run = new Run(model, this.#engine, inputs)
      for (const [at, one] of asked.entries()) run.#done.set(one, given[at] ?? null)
      const values = output.map((one) => [one.attributes.name, run.#value(one, model)] as const)
      return values.length === 1 ? values[0]?.[1] : Object.fromEntries(values)
    })
  }
}

function requiredBy(node: Element): readonly string[] {
  const logic = childOf(node, 'encapsulatedLogic')
  return [...node.children, ...(logic?.children ?? [])]
    .filter(({ name }) => name === 'informationRequirement' || name === 'knowledgeRequirement')
    .flatMap(({ children }) => children.flatMap(({ attributes }) => attributes.href ?? []))
}

type Found = { readonly node: Element; readonly model: Model; readonly as: string | null }

function resolve(href: string, model: Model): Found | null {
  const [namespace = '', id = ''] = href.split('#')
  if (namespace === '' || namespace === model.namespace) {
    const node = model.root.children.find(({ attributes }) => attributes.id === id)
    return node ? { node, model, as: null } : null
  }
  for (const { name, model: imported } of model.imports) {
    const found = imported.namespace === namespace ? resolve(`#${id}`, imported) : null
    if (found) return { ...found, as: name }
  }
  return null
}

function nodesNamed(model: Model, name: string, tag: string): Element | undefined {
  return model.root.children.find((one) => one.name === tag && one.attributes.name === name)
}
