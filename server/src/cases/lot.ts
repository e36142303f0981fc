import { canonicalJson, type Day, sha256 } from '../kernel/index.ts'

/** Somebody who may be drawn: a code for this draw alone, and one for whoever shares an employer. */
export type LotEntry = { readonly code: string; readonly group: string }

/** All that anybody needs to draw again: what was frozen, the chance, and what came of it. */
export type DrawnLot = {
  readonly on: Day
  readonly wanted: number
  readonly candidates: readonly LotEntry[]
  /** SHA-256 of the canonical JSON (RFC 8785) of the candidates, in the order of their codes. */
  readonly candidatesHash: string
  /** 32 random bytes, hexadecimal. */
  readonly random: string
  /** SHA-256 of the canonical JSON of candidatesHash, day and random. */
  readonly seed: string
  readonly drawn: readonly string[]
}

/** Draws by lot from a frozen list. */
export function drawLot(of: Pick<DrawnLot, 'on' | 'wanted' | 'candidates' | 'random'>): DrawnLot {
  const candidates = [...of.candidates].sort((a, b) => (a.code < b.code ? -1 : 1))
  const candidatesHash = sha256(canonicalJson(candidates))
  const seed = sha256(canonicalJson({ candidatesHash, on: of.on, random: of.random }))
  return { ...of, candidates, candidatesHash, seed, drawn: lotOf(candidates, seed, of.wanted) }
}

/** Whether a proof is what it says: the same list, chance and day give the same lot. */
export function isSameLot(proof: DrawnLot): boolean {
  return canonicalJson({ ...drawLot(proof) }) === canonicalJson({ ...proof })
}

/** Everybody gets SHA-256 of the seed and their code; the smallest are drawn, one of an employer. */
function lotOf(candidates: readonly LotEntry[], seed: string, wanted: number): string[] {
  const inOrder = candidates
    .map((one) => ({ ...one, ticket: sha256(`${seed} ${one.code}`) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
  const first = inOrder.filter(
    (one, at) => inOrder.findIndex((other) => other.group === one.group) === at,
  )
  return first.slice(0, wanted).map((one) => one.code)
}
