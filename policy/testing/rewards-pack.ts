import { compile, readPack } from '../src/index.ts'
import type { Program } from '../src/run.ts'
import { sha256 } from './packs.ts'
import { FILES, VOCABULARY } from './small-pack.ts'

type Files = Readonly<Record<string, string>>

/** The fair-competition review that every reward here carries. */
export const REVIEW = 'fair-review: { by: { zh: 市监局, en: Regulator }, until: 2025-06-30 }'

/** A reward of the small measure; `pays` as the pack writes it, without the review. */
export function reward(name: string, needs: string, pays: string): string {
  return `service: ${name}
title: { zh: ${name}奖励, en: The ${name} reward }
cite: 第2条(二)
kind: reward
needs: ${needs}
applicants: [enterprise]
joint: false
papers: []
route: []
pays: { ${pays}, cite: 第2条(二), ${REVIEW} }
`
}

const CONDITIONS: Files = {
  'conditions/spends.yaml':
    'condition: spends\ntitle: { zh: 有研发, en: Spends }\ncite: 第2条(二)\nthat: 研发费用 > 0 万元\n',
  'conditions/roomy.yaml':
    'condition: roomy\ntitle: { zh: 场地, en: Room }\ncite: 第2条(二)\nthat: 场地面积 >= 300 平方米\n',
  'conditions/staffed.yaml':
    'condition: staffed\ntitle: { zh: 人员, en: Staffed }\ncite: 第2条(二)\nthat: 人员数 >= 10 人\n',
}

const VALUES = `values:
  - { value: tenth, title: { zh: 十分之一, en: A tenth }, cite: 第2条(二), amount: { of: 研发费用 * 10%, at-most: 50 万元 } }
  - { value: eight, title: { zh: 八万元, en: Eight }, cite: 第2条(二), amount: { of: 8 万元 } }
`

/**
 * The small measure with rewards: `tenth` of the research spending, `flat` 10 万元 and `eight`; the
 * conditions `spends` (research), `roomy` (300 ㎡) and `staffed` (10 people).
 */
export function rewardsText(services: Files) {
  const files = { ...FILES, ...CONDITIONS, 'values/more.yaml': VALUES, ...services }
  return { files, vocabulary: VOCABULARY }
}

/** Its program; fails with every complaint when it has any. */
export function rewardsProgram(services: Files): Program {
  const { program, complaints } = compile(readPack(rewardsText(services)), sha256)
  if (!program) throw new Error(complaints.map(({ says }) => says.en).join('\n'))
  return program
}
