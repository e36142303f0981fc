import { permit } from '../../identity/index.ts'
import { canonicalJson, type ReadTx, refusal } from '../../kernel/index.ts'
import type { CaseId } from '../ids.ts'
import type { RankingMeant } from './freeze-ranking.ts'
import { findFrozen, hashOf, type Line, plain } from './frozen.ts'
import { rankCases, rankingIn, readRankedCall } from './rank-cases.ts'

export type Replayed = {
  readonly same: boolean
  /** The hash that was frozen, and the one that comes out now. */
  readonly frozen: string
  readonly replayed: string
  /** Lines that come out differently; a null side: the case is on the other list alone. */
  readonly differs: readonly {
    readonly caseId: CaseId
    readonly number: string
    readonly party: string
    readonly frozen: LineInShort | null
    readonly replayed: LineInShort | null
  }[]
}

type LineInShort = {
  readonly place: number | null
  readonly points: string | null
  readonly grade: string | null
  readonly admission: 'in' | 'out' | 'tied' | 'open' | null
}

/**
 * Ranks anew from the records as they stood when the list was frozen and says whether it comes out
 * the same, line by line. Refuses `case.ranking-not-frozen`.
 */
export async function replayRanking(tx: ReadTx, meant: RankingMeant): Promise<Replayed> {
  permit(tx.actor, 'meeting.read')
  const called = await readRankedCall(tx, meant.call)
  const ranking = rankingIn(called, meant.ranking)
  const frozen = (await findFrozen(tx, meant)) ?? refusal('case.ranking-not-frozen')
  const now = await rankCases(tx, called, {
    ranking,
    settled: frozen.settled,
    before: frozen.seq,
  })
  const replayed = hashOf(now)
  const differs = differencesOf(frozen.list, now.list)
  const same = replayed === frozen.hash && hashOf(frozen) === frozen.hash && differs.length === 0
  return { same, frozen: frozen.hash, replayed, differs }
}

function differencesOf(frozen: readonly Line[], now: readonly Line[]): Replayed['differs'] {
  const ids = [...new Set([...frozen, ...now].map(({ caseId }) => caseId))]
  return ids.flatMap((caseId) => {
    const before = frozen.find((line) => line.caseId === caseId)
    const after = now.find((line) => line.caseId === caseId)
    const said = before ?? after
    if (!said || (before && after && isSame(before, after))) return []
    const { number, party } = said
    const sides = { frozen: inShort(before), replayed: inShort(after) }
    return [{ caseId, number, party, ...sides }]
  })
}

/** But for the name, which the register may alter. */
function isSame(a: Line, b: Line): boolean {
  const without = ({ party: _, ...line }: Line) => canonicalJson(plain(line))
  return without(a) === without(b)
}

function inShort(line: Line | undefined): LineInShort | null {
  if (!line) return null
  const { place, points, grade, admission } = line
  return { place, points, grade, admission: admission?.is ?? null }
}
