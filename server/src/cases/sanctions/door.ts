import { answerSanction } from './answer-sanction.ts'
import { decideSanction } from './decide-sanction.ts'
import { holdHearing, summonToHearing } from './hold-hearing.ts'
import { liftSanction } from './lift-sanction.ts'
import { proposeSanction } from './propose-sanction.ts'
import { acknowledgeSanction, serveSanction } from './serve-sanction.ts'
import { viewSanctions } from './view-sanctions.ts'

/** 处理措施: told, served, answered or heard, decided by a second person, lifted. */
export const sanctions = {
  propose: proposeSanction,
  serve: serveSanction,
  acknowledge: acknowledgeSanction,
  answer: answerSanction,
  summon: summonToHearing,
  hear: holdHearing,
  decide: decideSanction,
  lift: liftSanction,
  view: viewSanctions,
}
