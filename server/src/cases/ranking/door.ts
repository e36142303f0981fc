import { freezeRanking, settleTie } from './freeze-ranking.ts'
import { replayRanking } from './replay-ranking.ts'
import { frozenRows, viewRankings } from './view-rankings.ts'

/** 排名入围: shown live, frozen and settled by a meeting, replayed from the record. */
export const rankings = {
  view: viewRankings,
  freeze: freezeRanking,
  settle: settleTie,
  replay: replayRanking,
  rows: frozenRows,
}
