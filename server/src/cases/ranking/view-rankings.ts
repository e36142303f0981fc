import type { Taken, Tie } from '@banfa/policy/rank'
import type { Ranking } from '@banfa/policy/run'
import { listOffices, type Office, permit } from '../../identity/index.ts'
import { type Day, type Instant, type ReadTx, refusal, type Words } from '../../kernel/index.ts'
import type { CallId, CaseId } from '../ids.ts'
import { reasonFor } from './admission-words.ts'
import type { RankingMeant } from './freeze-ranking.ts'
import { type FrozenEntry, hashOf, type Line, listFrozen, type Ranked } from './frozen.ts'
import { type RankedCall, rankCases, rankingIn, readRankedCall } from './rank-cases.ts'

export type RankedRow = {
  readonly caseId: CaseId
  readonly number: string
  readonly party: string
  readonly district: string
  readonly place: number | null
  readonly points: string | null
  readonly grade: Words | null
  readonly admission: 'in' | 'out' | 'tied' | 'open' | null
  /** Why it is inside or not; null without quotas. */
  readonly because: Words | null
}

type QuotaTaken = Pick<Taken, 'seats' | 'taken'> & {
  readonly title: Words
  readonly cite: string
  /** The district or option it is counted apart for; null: the whole field. */
  readonly under: Words | null
}

/** What a list is read with: its ranking, the text's facts, and the offices of the districts. */
type Reading = Pick<RankedCall, 'program'> & {
  readonly ranking: Ranking
  readonly offices: readonly Office[]
}

/** A list of places to be shown, live or frozen. */
export type RankingList = {
  readonly rows: readonly RankedRow[]
  readonly taken: readonly QuotaTaken[]
  readonly ties: readonly {
    readonly place: number
    readonly among: readonly CaseId[]
    readonly left: number
    readonly titles: readonly Words[]
  }[]
}

export type RankingView = {
  readonly ranking: string
  readonly title: Words
  readonly cite: string
  /** What is ranked by. */
  readonly by: Words
  /** As the records stand now. */
  readonly live: RankingList
  readonly frozen:
    | (RankingList & {
        readonly on: Day
        readonly at: Instant
        readonly by: string
        readonly meeting: string
        readonly reason: string | null
        readonly hash: string
        /** The records still give the same list. */
        readonly current: boolean
      })
    | null
}

/** The rankings of a call's text: as the cases stand now, and as a meeting froze them. */
export async function viewRankings(tx: ReadTx, id: CallId): Promise<RankingView[]> {
  permit(tx.actor, 'meeting.read')
  const called = await readRankedCall(tx, id)
  const [frozen, offices] = await Promise.all([listFrozen(tx, id), listOffices(tx)])
  return Promise.all(
    called.program.rankings.map(async (ranking) => {
      const reading = { ranking, offices, program: called.program }
      const last = frozen.findLast((one) => one.ranking === ranking.name)
      const asked = { ranking, settled: last?.settled ?? [], before: null }
      const live = await rankCases(tx, called, asked)
      return {
        ranking: ranking.name,
        title: ranking.title,
        cite: ranking.cite,
        by: called.program.values[ranking.by]?.title ?? { zh: ranking.by, en: ranking.by },
        live: presentList(reading, live),
        frozen: last ? presentFrozen(reading, last, hashOf(live)) : null,
      }
    }),
  )
}

/** The rows of the list that counts; refuses `case.ranking-not-frozen`. */
export async function frozenRows(tx: ReadTx, meant: RankingMeant): Promise<readonly RankedRow[]> {
  permit(tx.actor, 'meeting.read')
  const called = await readRankedCall(tx, meant.call)
  const ranking = rankingIn(called, meant.ranking)
  const last = (await listFrozen(tx, meant.call)).findLast((one) => one.ranking === meant.ranking)
  const frozen = last ?? refusal('case.ranking-not-frozen')
  return frozen.list.map((line) => rowOf(ranking, line))
}

function presentFrozen(reading: Reading, frozen: FrozenEntry, now: string): RankingView['frozen'] {
  const { on, at, by, meeting, reason, hash } = frozen
  const said = { on, at, by, meeting, reason, hash, current: hash === now }
  return { ...presentList(reading, frozen), ...said }
}

function presentList(reading: Reading, ranked: Ranked): RankingList {
  const { ranking } = reading
  return {
    rows: ranked.list.map((line) => rowOf(ranking, line)),
    taken: ranked.taken.map((one) => takenOf(reading, one)),
    ties: ranked.ties.map((tie) => tieOf(ranking, tie)),
  }
}

function rowOf(ranking: Ranking, line: Line): RankedRow {
  const { caseId, number, party, district, place, points, admission } = line
  return {
    ...{ caseId, number, party, district, place, points },
    grade: ranking.grades.find(({ grade }) => grade === line.grade)?.title ?? null,
    admission: admission?.is ?? null,
    because: admission && reasonFor(ranking, line, admission),
  }
}

function tieOf(ranking: Ranking, { place, among, quotas }: Tie) {
  return {
    place,
    among: among as readonly CaseId[],
    left: Math.min(...quotas.map(({ left }) => left)),
    titles: quotas.map(({ quota }) => quotaNamed(ranking, quota).title),
  }
}

function takenOf(
  { ranking, program, offices }: Reading,
  { quota, under, seats, taken }: Taken,
): QuotaTaken {
  const within = ranking.quotas?.of.find((one) => one.quota === quota)?.within ?? null
  const option = program.facts[within ?? '']?.options.find(({ value }) => value === under)
  const office = within === 'district' ? offices.find((one) => one.district === under) : undefined
  const named = option?.title ?? office?.name ?? { zh: under, en: under }
  return { ...quotaNamed(ranking, quota), seats, taken, under: within === null ? null : named }
}

function quotaNamed({ quotas }: Ranking, name: string) {
  const found = quotas?.of.find(({ quota }) => quota === name)
  return { title: found?.title ?? { zh: name, en: name }, cite: found?.cite ?? '' }
}
