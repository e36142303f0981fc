import { addToOpinion } from '../add-to-opinion.ts'
import { changeInPool, enrolExpert, retireFromPool, tieExpert, untieExpert } from './keep-pool.ts'
import { viewPool } from './pool.ts'
import { recuseExpert } from './recuse-expert.ts'

/** 专家库 as an office keeps it, and what an expert does besides judging. */
export const experts = {
  pool: viewPool,
  enrol: enrolExpert,
  change: changeInPool,
  retire: retireFromPool,
  tie: tieExpert,
  untie: untieExpert,
  recuse: recuseExpert,
  addToOpinion,
}
