import type { Asked } from '../columns/machine.ts'
import type { Facts } from '../evaluate/outcome.ts'
import type { Condition } from '../program/condition.ts'
import type { Program } from '../program/program.ts'
import type { Service } from '../program/service.ts'
import type { Words } from '../program/words.ts'
import { BenchOfFirms, MET } from './bench-of-firms.ts'

/** A firm of the registry: who it is, what is known of it, and what it is counted under. */
export type SimulatedFirm = {
  readonly id: string
  readonly facts: Facts
  /** One name for each way of grouping: its district, its industry, its size. */
  readonly groups: readonly string[]
}

/** How many, and what they cost in fen (of those whose amount is known). */
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
  readonly #groups: (readonly string[])[] = []
  #draft: BenchOfFirms

  constructor(draft: Program, now: Program, asked: Asked) {
    this.#draft = new BenchOfFirms(draft, asked)
    this.#now = new BenchOfFirms(now, asked)
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
    this.#ids.push(id)
    this.#groups.push(groups)
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
    this.#draft.run()
    this.#now.run()
    const names = [
      ...Object.keys(this.#draft.program.services),
      ...Object.keys(this.#now.program.services),
    ]
    return [...new Set(names)].map((name) => this.#compared(name))
  }

  #compared(name: string): Compared {
    const now = sideOf(this.#now, name)
    const draft = sideOf(this.#draft, name)
    const rows = this.#ids.map((id, row) => ({ id, row, was: now.code(row), is: draft.code(row) }))
    const fall = rows.filter(({ was, is }) => was === MET && is === 0)
    const barred = rows.filter(({ was, is }) => now.service && was !== MET && was !== 0 && is === 0)
    const freed = rows.filter(({ was, is }) => now.service && was === 0 && is !== 0 && is !== MET)
    const idsOf = (list: typeof rows) => list.map(({ id }) => id)
    return {
      service: name,
      title: draft.service?.title ?? now.service?.title ?? { zh: name, en: name },
      now:
        now.service &&
        this.#sum(
          now,
          rows.map(({ row }) => row),
        ),
      draft:
        draft.service &&
        this.#sum(
          draft,
          rows.map(({ row }) => row),
        ),
      gains: idsOf(rows.filter(({ was, is }) => is === MET && was !== MET)),
      falls: idsOf(fall),
      open: idsOf(rows.filter(({ was, is }) => was === MET && is !== MET && is !== 0)),
      barred: idsOf(barred),
      freed: idsOf(freed),
      reasons: this.#reasons(
        draft.service,
        [...fall, ...barred].map(({ row }) => row),
      ),
      groups: this.#grouped(now, draft),
    }
  }

  #sum(side: Side, rows: readonly number[]): Sum {
    const met = rows.filter((row) => side.code(row) === MET)
    const known = met.map(side.fen).filter((fen) => !Number.isNaN(fen))
    return { firms: met.length, fen: known.reduce((sum, fen) => sum + fen, 0) }
  }

  /** Conditions that must hold and do not: groups that give their members as reasons are left out. */
  #reasons(service: Service | null, rows: readonly number[]): readonly Reason[] {
    const root = service && this.#draft.program.conditions[service.needs]
    if (!root || rows.length === 0) return []
    return leaves(root)
      .map(({ name, title, cite }) => {
        const code = this.#draft.codesOf(name)
        return { condition: name, title, cite, firms: rows.filter((row) => code(row) === 0).length }
      })
      .filter(({ firms }) => firms > 0)
      .sort((a, b) => b.firms - a.firms)
  }

  #grouped(now: Side, draft: Side): readonly Grouped[] {
    const ways = this.#groups[0]?.length ?? 0
    return Array.from({ length: ways }, (_, by) => by).flatMap((by) => {
      const members = Map.groupBy(this.#ids.keys(), (row) => this.#groups[row]?.[by] ?? '')
      return [...members]
        .sort(([a], [b]) => a.localeCompare(b, 'zh'))
        .map(([name, rows]) => ({
          by,
          name,
          now: this.#sum(now, rows),
          draft: this.#sum(draft, rows),
          gains: rows.filter((row) => draft.code(row) === MET && now.code(row) !== MET).length,
          falls: rows.filter((row) => now.code(row) === MET && draft.code(row) === 0).length,
        }))
    })
  }
}

type Side = {
  readonly service: Service | null
  readonly code: (row: number) => number
  readonly fen: (row: number) => number
}

/** A service that a text does not have is met by nobody and costs nothing. */
function sideOf(bench: BenchOfFirms, name: string): Side {
  const service = Object.hasOwn(bench.program.services, name)
    ? (bench.program.services[name] ?? null)
    : null
  if (!service) return { service: null, code: () => 0, fen: () => 0 }
  return { service, code: bench.codesOf(service.needs), fen: bench.fenOf(name) }
}

/** What must hold by itself: an `any`, a count or a veto counts as one, an `all` as its members. */
function leaves(condition: Condition): readonly Condition[] {
  return condition.kind === 'all' ? condition.of.flatMap(leaves) : [condition]
}
