import type { Citation } from '../program/citation.ts'
import type { ValueDefinition, ValueName } from '../program/value-definition.ts'
import { AlreadyTold, FormulaError } from '../syntax/cursor.ts'
import type { ValueText } from '../syntax/value-shape.ts'
import type { Complaints } from '../text/complaint.ts'
import type { Scope } from './scope.ts'
import { bodyOf } from './value-body.ts'
import { plain } from './words.ts'

/** How deep values may name one another: every runner works them out one inside the other. */
const DEEPEST = 100

const tooDeep = (at: number) =>
  new FormulaError(
    at,
    `数值层层引用，超过${DEEPEST}层`,
    `values name one another more than ${DEEPEST} deep`,
  )

/**
 * The values of a pack, each worked out when first named, so that what is named stands before what
 * names it; a circle is told once, where it closes.
 */
export class ValueBook {
  readonly definitions = new Map<ValueName, ValueDefinition>()
  readonly #texts: ReadonlyMap<string, ValueText>
  readonly #open: ValueName[] = []
  readonly #depths = new Map<ValueName, number>()
  readonly #failed = new Set<ValueName>()
  readonly #complaints: Complaints

  constructor(texts: readonly ValueText[], complaints: Complaints) {
    this.#texts = new Map(
      texts.flatMap((text) => [[text.value, text] as const, [text.title.zh, text] as const]),
    )
    this.#complaints = complaints
  }

  get names(): readonly string[] {
    return [...this.#texts.keys()]
  }

  /** Works out every value that nobody named. */
  finish(scope: Scope): void {
    for (const text of this.#texts.values()) {
      try {
        this.named(text.value, 0, scope)
      } catch (problem) {
        if (!(problem instanceof FormulaError)) throw problem
      }
    }
  }

  /**
   * The value of that key or title; null when there is none.
   * @throws FormulaError when it leads back to itself
   * @throws AlreadyTold when it is at fault itself
   */
  named(name: string, at: number, scope: Scope): ValueDefinition | null {
    const text = this.#texts.get(name)
    if (!text) return null
    const done = this.definitions.get(text.value)
    if (done) return this.#reckoned(done, at)
    if (this.#open.includes(text.value)) throw this.#circle(text, at)
    if (this.#failed.has(text.value)) throw new AlreadyTold(at, '', '')
    if (this.#open.length >= DEEPEST) throw tooDeep(at)
    return this.#reckoned(this.#workOut(text, at, scope), at)
  }

  /** Whoever names a value is one deeper than it. */
  #reckoned(named: ValueDefinition, at: number): ValueDefinition {
    const by = this.#open.at(-1)
    if (by === undefined) return named
    const depth = (this.#depths.get(named.name) ?? 0) + 1
    if (depth >= DEEPEST) throw tooDeep(at)
    this.#depths.set(by, Math.max(depth, this.#depths.get(by) ?? 0))
    return named
  }

  #workOut(text: ValueText, at: number, scope: Scope): ValueDefinition {
    this.#open.push(text.value)
    const definition = this.#bodyOf(text, { ...scope, record: null })
    this.#open.pop()
    if (!definition) {
      this.#failed.add(text.value)
      throw new AlreadyTold(at, '', '')
    }
    this.definitions.set(text.value, definition)
    return definition
  }

  #bodyOf(text: ValueText, scope: Scope): ValueDefinition | null {
    const body = bodyOf(text, scope, this.#complaints)
    if (!body) return null
    return {
      name: text.value,
      title: plain(text.title),
      cite: text.cite as Citation,
      ...body,
    }
  }

  #circle(text: ValueText, at: number): FormulaError {
    const around = [...this.#open.slice(this.#open.indexOf(text.value)), text.value].join(' → ')
    return new FormulaError(
      at,
      `数值绕回了自己：${around}`,
      `the value leads back to itself: ${around}`,
    )
  }
}
