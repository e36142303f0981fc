import { type CallId, rankings } from '../../cases/index.ts'
import { parseId } from '../../kernel/index.ts'
import type { Some } from '../call.ts'
import type { rankingRoutes } from '../contract/ranking-routes.ts'
import { csvOf } from '../present/csv.ts'

const meantBy = (params: { id: string; ranking: string }) => ({
  call: parseId<CallId>(params.id),
  ranking: params.ranking,
})

export const rankingHandlers: Some<keyof typeof rankingRoutes> = {
  viewRankings: (tx, { params }) => rankings.view(tx, parseId<CallId>(params.id)),
  replayRanking: (tx, { params }) => rankings.replay(tx, meantBy(params)),
  exportRanking: async (tx, { params }) => {
    const rows = await rankings.rows(tx, meantBy(params))
    return {
      bytes: csvOf(HEAD, rows.map(lineOf)),
      media: 'text/csv; charset=utf-8',
      name: `排名${tx.today}.csv`,
      inline: false,
    }
  },
}

const HEAD = [
  ...['名次', '受理编号', '申报单位', '区划', '得分'],
  ...['等次', '入围', '说明', '链接编号'],
]

type Row = Awaited<ReturnType<typeof rankings.rows>>[number]

function lineOf(row: Row) {
  return [
    ...[row.place, row.number, row.party, row.district, row.points],
    ...[row.grade?.zh ?? null, row.admission && INSIDE[row.admission]],
    ...[row.because?.zh ?? null, row.caseId],
  ]
}

const INSIDE = { in: '入围', out: '不入围', tied: '待会议确定', open: '待定' } as const
