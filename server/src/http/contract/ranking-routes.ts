import { z } from 'zod'
import { CSV, caseId as callId, type Route } from './route.ts'
import { Day, Id, named, Words } from './terms.ts'

const AdmissionIs = z.enum(['in', 'out', 'tied', 'open']).nullable()

const RankedRow = named(
  'RankedRow',
  z.object({
    caseId: Id,
    number: z.string(),
    party: z.string(),
    district: z.string(),
    place: z.number().int().nullable(),
    points: z.string().nullable(),
    grade: Words.nullable(),
    /** In, out, equal at the edge, or waiting for such a tie; null without quotas. */
    admission: AdmissionIs,
    because: Words.nullable(),
  }),
)

const RankingList = named(
  'RankingList',
  z.object({
    rows: z.array(RankedRow),
    /** How many places of each quota are taken; `under` is a district or an option, null the whole. */
    taken: z.array(
      z.object({
        title: Words,
        cite: z.string(),
        under: Words.nullable(),
        seats: z.number().int(),
        taken: z.number().int(),
      }),
    ),
    ties: z.array(
      z.object({
        place: z.number().int(),
        among: z.array(Id),
        left: z.number().int(),
        titles: z.array(Words),
      }),
    ),
  }),
)

const RankingView = named(
  'RankingView',
  z.object({
    ranking: z.string(),
    title: Words,
    cite: z.string(),
    by: Words,
    live: RankingList,
    frozen: RankingList.extend({
      on: Day,
      at: z.string(),
      by: z.string(),
      meeting: z.string(),
      reason: z.string().nullable(),
      hash: z.string(),
      current: z.boolean(),
    }).nullable(),
  }),
)

const LineInShort = z
  .object({
    place: z.number().int().nullable(),
    points: z.string().nullable(),
    grade: z.string().nullable(),
    admission: AdmissionIs,
  })
  .nullable()

const RankingReplayed = named(
  'RankingReplayed',
  z.object({
    same: z.boolean(),
    frozen: z.string(),
    replayed: z.string(),
    differs: z.array(
      z.object({
        caseId: Id,
        number: z.string(),
        party: z.string(),
        frozen: LineInShort,
        replayed: LineInShort,
      }),
    ),
  }),
)

const meant = z.object({ id: Id, ranking: z.string().max(100) })

export const rankingRoutes = {
  viewRankings: {
    method: 'GET',
    personal: true,
    url: '/api/calls/:id/rankings',
    right: 'meeting.read',
    says: 'The rankings of a call: as its cases stand, and as a meeting froze them',
    params: callId,
    answer: z.array(RankingView),
  },
  exportRanking: {
    method: 'GET',
    personal: true,
    url: '/api/calls/:id/rankings/:ranking/list.csv',
    right: 'meeting.read',
    says: 'A frozen list as a table, UTF-8 CSV',
    params: meant,
    answer: 'file',
    media: CSV,
  },
  replayRanking: {
    method: 'GET',
    personal: true,
    url: '/api/calls/:id/rankings/:ranking/replay',
    right: 'meeting.read',
    says: 'Rank anew from the records of then and say whether the frozen list comes out the same',
    params: meant,
    answer: RankingReplayed,
  },
} as const satisfies Record<string, Route>
