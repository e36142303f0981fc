import type { Quotas } from '../program/declarations.ts'
import { inPlaces, type Measured } from './places.ts'
import { seatsAmong } from './seats.ts'

/** One who is ranked, with what the quotas count it by. */
export type Entrant = Measured & {
  /** Reaches the least grade. */
  readonly reaches: boolean
  /**
   * For each quota in its order what it is counted under: an option, a district, `''` for the whole
   * field; null: the quota does not count it; undefined: not known.
   */
  readonly under: readonly (string | null | undefined)[]
}

/**
 * `tied`: equals at an edge that a meeting chooses among. `open`: waits for such a choice, or for
 * what a quota counts by.
 */
export type Admission =
  | { readonly is: 'in' }
  | {
      readonly is: 'out'
      readonly because: 'grade' | 'quota' | 'tie' | 'meeting'
      readonly quota?: string
    }
  | { readonly is: 'tied'; readonly quota: string }
  | { readonly is: 'open'; readonly because: 'tie' | 'unknown'; readonly quota?: string }

/** Who was chosen among equals at an edge, by a meeting. */
export type Settled = { readonly among: readonly string[]; readonly chosen: readonly string[] }

/** Equals at an edge, and how many may come in of those each full quota counts. */
export type Tie = {
  readonly place: number
  readonly among: readonly string[]
  readonly quotas: readonly {
    readonly quota: string
    readonly under: string
    readonly left: number
  }[]
}

/** How many places of a quota there are, and how many are taken. */
export type Taken = {
  readonly quota: string
  readonly under: string
  readonly seats: number
  readonly taken: number
}

export type Admitted = {
  readonly of: ReadonlyMap<string, Admission>
  readonly ties: readonly Tie[]
  readonly taken: readonly Taken[]
}

/** Places of one quota under one district or option; `sure`: those left whatever is still open. */
type Cell = {
  readonly quota: string
  readonly under: string
  readonly seats: number
  sure: number
  /** Those left if all that is open stays out. */
  most: number
  taken: number
}

/**
 * Who is inside: from the best place on, everybody whose quotas all have a place left. Equals who do
 * not all fit come in together, stay out together or are chosen among, as the quotas say. A choice
 * counts when it is among exactly those who are tied, fits every quota, and leaves no place free
 * that one of them could have had.
 */
export function admit(
  quotas: Quotas,
  entrants: readonly Entrant[],
  settled: readonly Settled[],
): Admitted {
  const round = new Round(quotas, cellsOf(quotas, entrants), settled)
  for (const one of entrants.filter(({ reaches }) => !reaches))
    round.of.set(one.id, { is: 'out', because: 'grade' })
  for (const { place, all } of inPlaces(entrants.filter(({ reaches }) => reaches)))
    round.take(place, all)
  return { of: round.of, ties: round.ties, taken: round.takenByNow() }
}

function cellsOf(quotas: Quotas, entrants: readonly Entrant[]): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>()
  quotas.of.forEach(({ quota, seats }, at) => {
    const counts = Map.groupBy(entrants, ({ under }) => under[at])
    for (const [under, counted] of counts) {
      if (typeof under !== 'string') continue
      const number = seatsAmong(seats, counted.length)
      const cell = { quota, under, seats: number, sure: number, most: number, taken: 0 }
      cells.set(keyOf(at, under), cell)
    }
  })
  return cells
}

const keyOf = (at: number, under: string) => `${at}\n${under}`

/** One walk down the places. */
class Round {
  readonly of = new Map<string, Admission>()
  readonly ties: Tie[] = []
  readonly #quotas: Quotas
  readonly #cells: ReadonlyMap<string, Cell>
  readonly #settled: readonly Settled[]

  constructor(quotas: Quotas, cells: ReadonlyMap<string, Cell>, settled: readonly Settled[]) {
    this.#quotas = quotas
    this.#cells = cells
    this.#settled = settled
  }

  takenByNow(): readonly Taken[] {
    return [...this.#cells.values()].map(({ quota, under, seats, taken }) => ({
      quota,
      under,
      seats,
      taken,
    }))
  }

  /** Settles those who share a place. */
  take(place: number, equals: readonly Entrant[]): void {
    const candidates = equals.filter((one) => this.#mayStillComeIn(one))
    const edge = this.#cellsOver(candidates)
    if (edge.length === 0 || this.#quotas.ties === 'let-in') this.#letIn(candidates)
    else if (edge.some((cell) => cell.sure < cell.most)) this.#leaveOpen(candidates, edge)
    else if (this.#quotas.ties === 'leave-out') this.#leaveOut(place, candidates, edge[0])
    else this.#choose(place, candidates, edge)
  }

  #mayStillComeIn(one: Entrant): boolean {
    if (one.under.includes(undefined)) {
      const quota = this.#quotas.of[one.under.indexOf(undefined)]?.quota ?? ''
      this.of.set(one.id, { is: 'open', because: 'unknown', quota })
      return false
    }
    const full = this.#cellsFor(one).find(({ most }) => most <= 0)
    if (full) this.of.set(one.id, { is: 'out', because: 'quota', quota: full.quota })
    return !full
  }

  #cellsFor({ under }: Entrant): Cell[] {
    return under.flatMap((one, at) => {
      const cell = typeof one === 'string' ? this.#cells.get(keyOf(at, one)) : undefined
      return cell ? [cell] : []
    })
  }

  /** The quotas that these do not all fit into, in their order. */
  #cellsOver(candidates: readonly Entrant[]): Cell[] {
    const wanted = candidates.flatMap((one) => this.#cellsFor(one))
    const counts = Map.groupBy(wanted, (cell) => cell)
    const over = [...this.#cells.values()].filter(
      (cell) => (counts.get(cell)?.length ?? 0) > cell.sure,
    )
    return over.filter((cell) => counts.has(cell))
  }

  #letIn(chosen: readonly Entrant[]): void {
    for (const one of chosen) {
      this.of.set(one.id, { is: 'in' })
      for (const cell of this.#cellsFor(one)) {
        cell.taken += 1
        cell.sure -= 1
        cell.most -= 1
      }
    }
  }

  /** Those of the quota that does not hold them all stay out, and it is full; the others are looked at again. */
  #leaveOut(place: number, candidates: readonly Entrant[], cell: Cell | undefined): void {
    const rest = candidates.filter((one) => {
      const isOut = cell !== undefined && this.#cellsFor(one).includes(cell)
      if (isOut) this.of.set(one.id, { is: 'out', because: 'tie', quota: cell.quota })
      return !isOut
    })
    if (cell) Object.assign(cell, { sure: 0, most: 0 })
    this.take(place, rest)
  }

  #choose(place: number, candidates: readonly Entrant[], edge: readonly Cell[]): void {
    const [tied, rest] = this.#parted(candidates, edge)
    this.#letIn(rest)
    const chosen = this.#chosenAmong(tied)
    if (chosen) {
      this.#letIn(tied.filter(({ id }) => chosen.includes(id)))
      for (const one of tied.filter(({ id }) => !chosen.includes(id)))
        this.of.set(one.id, { is: 'out', because: 'meeting', quota: edge[0]?.quota ?? '' })
      return
    }
    this.ties.push({
      place,
      among: tied.map(({ id }) => id),
      quotas: edge.map(({ quota, under, sure }) => ({ quota, under, left: sure })),
    })
    for (const one of tied) this.of.set(one.id, { is: 'tied', quota: edge[0]?.quota ?? '' })
    this.#holdFor(tied)
  }

  #leaveOpen(candidates: readonly Entrant[], edge: readonly Cell[]): void {
    const [open, rest] = this.#parted(candidates, edge)
    this.#letIn(rest)
    for (const one of open)
      this.of.set(one.id, { is: 'open', because: 'tie', quota: edge[0]?.quota ?? '' })
    this.#holdFor(open)
  }

  /** Those whom one of the quotas counts, and the others. */
  #parted(candidates: readonly Entrant[], edge: readonly Cell[]): [Entrant[], Entrant[]] {
    const isCounted = (one: Entrant) => this.#cellsFor(one).some((cell) => edge.includes(cell))
    return [candidates.filter(isCounted), candidates.filter((one) => !isCounted(one))]
  }

  /** Whoever is still open may take a place, or leave it to those below. */
  #holdFor(open: readonly Entrant[]): void {
    for (const cell of open.flatMap((one) => this.#cellsFor(one)))
      cell.sure = Math.max(0, cell.sure - 1)
  }

  #chosenAmong(tied: readonly Entrant[]): readonly string[] | undefined {
    const ids = tied.map(({ id }) => id)
    const said = this.#settled.find((one) => isSameSet(one.among, ids))
    if (!said || said.chosen.some((id) => !ids.includes(id))) return undefined
    const chosen = tied.filter(({ id }) => said.chosen.includes(id))
    const left = (cell: Cell) =>
      cell.sure - chosen.filter((one) => this.#cellsFor(one).includes(cell)).length
    const fits = chosen.every((one) => this.#cellsFor(one).every((cell) => left(cell) >= 0))
    const rest = tied.filter((one) => !chosen.includes(one))
    const noneFree = rest.every((one) => this.#cellsFor(one).some((cell) => left(cell) <= 0))
    return fits && noneFree ? said.chosen : undefined
  }
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const all = new Set(a)
  return all.size === b.length && a.length === b.length && b.every((one) => all.has(one))
}
