import type { Admission, Placed, Settled, Taken, Tie } from '@banfa/policy/rank'
import {
  canonicalJson,
  type Entry,
  type Json,
  listRecord,
  type ReadTx,
  sha256,
} from '../../kernel/index.ts'
import type { CallId, CaseId } from '../ids.ts'

/** One case of a ranking, as the record keeps it. */
export type Line = {
  readonly caseId: CaseId
  readonly number: string
  readonly party: string
  readonly district: string
  /** The seal of the filing whose facts were ranked. */
  readonly filing: string
  readonly score: Placed['score']
  /** As printed with its unit. */
  readonly points: string | null
  readonly thenBy: Placed['thenBy']
  readonly ceiling: string | null
  readonly place: number | null
  readonly grade: string | null
  readonly admission: Admission | null
}

/** A list of places under one text, and what a meeting has settled of its ties. */
export type Ranked = {
  readonly call: CallId
  readonly ranking: string
  /** Of the program whose ranking it is. */
  readonly digest: string
  readonly settled: readonly Settled[]
  readonly list: readonly Line[]
  readonly ties: readonly Tie[]
  readonly taken: readonly Taken[]
}

/** What is written into the record: the list, its hash, and the meeting that took it up. */
export type Frozen = Ranked & { readonly hash: string; readonly meeting: string }

export type FrozenEntry = Frozen &
  Pick<Entry, 'seq' | 'on' | 'at' | 'reason'> & { readonly by: string }

export const rankingOf = (call: CallId) => ({ kind: 'ranking', id: call })

/** The list's hash: places, points and who is inside; not the names, which a register may alter. */
export function hashOf({ call, ranking, digest, settled, list }: Ranked): string {
  const lines = list.map(({ party: _, ...line }) => line)
  return sha256(canonicalJson(plain({ call, ranking, digest, settled, list: lines })))
}

export const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json

/** Every list frozen under a call, oldest first; settling a tie freezes it anew. */
export async function listFrozen(tx: ReadTx, call: CallId): Promise<FrozenEntry[]> {
  const entries = await listRecord(tx, rankingOf(call))
  return entries.map(({ seq, on, at, reason, actor, detail }) => ({
    ...(detail as unknown as Frozen),
    ...{ seq, on, at, reason, by: actor.name },
  }))
}

/** The list that counts: the last one frozen; undefined before. */
export async function findFrozen(
  tx: ReadTx,
  of: { readonly call: CallId; readonly ranking: string },
): Promise<FrozenEntry | undefined> {
  return (await listFrozen(tx, of.call)).findLast(({ ranking }) => ranking === of.ranking)
}
