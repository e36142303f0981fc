import type { Asked } from '../columns/machine.ts'
import type { Facts } from '../evaluate/outcome.ts'
import type { Condition } from '../program/condition.ts'
import type { Program } from '../program/program.ts'
import type { Words } from '../program/words.ts'
import { BenchOfFirms, codeIn, type Side } from './bench-of-firms.ts'
import { type Changes, type Counted, compareRows } from './compare-rows.ts'
import { Grouping } from './grouping.ts'

/** A firm of the registry: who it is, what is known of it, and what it is counted under. */
export type SimulatedFirm = {
  readonly id: string
  readonly facts: Facts
  /** One name for each way of grouping: its district, its industry, its size. */
  readonly groups: readonly string[]
}

/**
 * How many, and what they cost in fen, of those whose amount is known: beside one another, so that of
 * services that exclude one another only the highest counts.
 */
export type Sum = { readonly firms: number; readonly fen: number }

export type Compared = {
  readonly service: string
  readonly title: Words
  /** In the text now in force and in the draft; null where the text has no such service. */
  readonly now: Sum | null
  readonly draft: Sum | null
  /** Met by the draft and not by the present text: nobody counted whom both leave open. */
  readonly gains: readonly string[]
  /** Met by the present text and surely not by the draft. */
  readonly falls: readonly string[]
  /** Met by the present text and not decided by the draft: a fact is missing that it asks for. */
  readonly open: readonly string[]
  /** Left open by the present text and refused by the draft: what a threshold alone can say. */
  readonly barred: readonly string[]
  /** Refused by the present text and left open by the draft. */
  readonly freed: readonly string[]
  /** What keeps those out who fall out or are barred, each condition counted once a firm, the most frequent first. */
  readonly reasons: readonly Reason[]
  readonly groups: readonly Grouped[]
}

export type Reason = {
  readonly condition: string
  readonly title: Words
  readonly cite: string
  readonly firms: number
}

export type Grouped = {
  /** Which way of grouping, from 0. */
  readonly by: number
  readonly name: string
  readonly now: Sum
  readonly draft: Sum
  readonly gains: number
  readonly falls: number
}

/**
 * A draft beside the text in force, on the same firms: who passes, who falls out, and what it costs.
 * Columns stay in memory, so that a changed threshold is answered without reading the firms again.
 */
export class Simulation {
  readonly #now: BenchOfFirms
  readonly #ids: string[] = []
  readonly #ways: Grouping[] = []
  #draft: BenchOfFirms

  constructor(draft: Program, now: Program, asked: Asked) {
    this.#draft = new BenchOfFirms(draft, { asked, keep: 'conditions' })
    this.#now = new BenchOfFirms(now, { asked, keep: 'services' })
  }

  get firms(): number {
    return this.#ids.length
  }

  /** @throws WrongFacts when a value does not fit its fact; the firm is then in neither text */
  add({ id, facts, groups }: SimulatedFirm): void {
    this.#now.add(facts)
    try {
      this.#draft.add(facts)
    } catch (problem) {
      this.#now.drop()
      throw problem
    }
    if (this.#ids.length === 0) this.#ways.push(...groups.map(() => new Grouping()))
    this.#ids.push(id)
    for (const [by, way] of this.#ways.entries()) way.add(groups[by] ?? '')
  }

  /**
   * Another draft over the same facts.
   * @throws RangeError when it asks for facts that the first one did not
   */
  redraft(draft: Program): void {
    if (!this.#draft.change(draft)) throw new RangeError('the draft asks for other facts')
  }

  /** Every service of either text, the draft's first. */
  run(): readonly Compared[] {
    const names = [
      ...Object.keys(this.#draft.program.services),
      ...Object.keys(this.#now.program.services),
    ]
    return [...new Set(names)].map((name) => this.#compared(name))
  }

  #compared(name: string): Compared {
    const [now, draft] = [this.#now.side(name), this.#draft.side(name)]
    const counted = compareRows({ now, draft, rows: this.firms }, this.#ways)
    const { all, changes } = counted
    const idsOf = (which: keyof Changes) => changes[which].map((row) => this.#ids[row] ?? '')
    return {
      service: name,
      title: draft.service?.title ?? now.service?.title ?? { zh: name, en: name },
      now: now.service && all.now,
      draft: draft.service && all.draft,
      gains: idsOf('gains'),
      falls: idsOf('falls'),
      open: idsOf('open'),
      barred: idsOf('barred'),
      freed: idsOf('freed'),
      reasons: this.#reasons(draft, changes),
      groups: this.#grouped(counted),
    }
  }

  /** Conditions that must hold and do not: groups that give their members as reasons are left out. */
  #reasons({ service }: Side, { falls, barred }: Changes): readonly Reason[] {
    const root = service && this.#draft.program.conditions[service.needs]
    if (!root || falls.length + barred.length === 0) return []
    return leaves(root)
      .map(({ name, title, cite }) => {
        const codes = this.#draft.codesOf(name)
        const refused = (rows: readonly number[]) =>
          rows.reduce((sum, row) => sum + (codeIn(codes, row) === 0 ? 1 : 0), 0)
        return { condition: name, title, cite, firms: refused(falls) + refused(barred) }
      })
      .filter(({ firms }) => firms > 0)
      .sort((a, b) => b.firms - a.firms)
  }

  #grouped({ groups }: Counted): readonly Grouped[] {
    return this.#ways.flatMap(({ names }, by) =>
      names
        .map((name, place): Grouped => ({ by, name, ...(groups[by]?.[place] ?? NOTHING) }))
        .sort((a, b) => a.name.localeCompare(b.name, 'zh')),
    )
  }
}

const NOTHING = { now: { firms: 0, fen: 0 }, draft: { firms: 0, fen: 0 }, gains: 0, falls: 0 }

/** What must hold by itself: an `any`, a count or a veto counts as one, an `all` as its members. */
function leaves(condition: Condition): readonly Condition[] {
  return condition.kind === 'all' ? condition.of.flatMap(leaves) : [condition]
}
