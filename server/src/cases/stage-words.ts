import type { Stage } from '@banfa/policy/run'
import type { Words } from '../kernel/index.ts'

/** What the stages are called where people read them. */
export const STAGE_WORDS: Readonly<Record<Stage, Words>> = {
  draft: { zh: '填报中', en: 'draft' },
  filed: { zh: '已申报，待受理', en: 'filed, to be accepted' },
  returned: { zh: '退回补正', en: 'returned for correction' },
  accepted: { zh: '已受理，待初审', en: 'accepted, first review' },
  recommended: { zh: '已推荐，待评审', en: 'recommended, expert review' },
  reviewed: { zh: '评审完成，待审议', en: 'reviewed, to be deliberated' },
  deliberated: { zh: '审议通过，待公示', en: 'deliberated, to be publicised' },
  publicised: { zh: '公示中', en: 'on public notice' },
  objected: { zh: '有异议，待处理', en: 'objection to be answered' },
  proposed: { zh: '已拟定，待决定', en: 'decision proposed' },
  decided: { zh: '已决定，待发证', en: 'decided, to be certified' },
  certified: { zh: '已发证', en: 'certified' },
  refused: { zh: '不予认定', en: 'refused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  revoked: { zh: '已取消认定', en: 'revoked' },
}
