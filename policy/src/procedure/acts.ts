/**
 * The closed set of acts of a case and what each stage allows. Stages are code, routes are data: a
 * pack chooses among these acts and names the office and the limit of each; it cannot add one.
 */
export const STAGES = [
  'draft', // 填报中
  'filed', // 已申报，待受理
  'returned', // 退回补正
  'accepted', // 已受理，待初审
  'recommended', // 初审合格，已推荐
  'reviewed', // 专家评审完成
  'deliberated', // 审议通过
  'publicised', // 公示中
  'objected', // 有异议待处理
  'proposed', // 已拟定意见，待决定
  'decided', // 已决定认定
  'certified', // 已发证
  'refused', // 不予认定
  'withdrawn', // 申请人撤回
  'revoked', // 已取消认定
] as const
export type Stage = (typeof STAGES)[number]

export const ACTS = [
  'file', // 申报
  'withdraw', // 撤回
  'accept', // 受理
  'return', // 一次性告知补正
  'transfer', // 移送有管辖权的机关
  'send-back', // 退回上一环节
  'recommend', // 初审合格并书面推荐
  'assign', // 指派专家
  'judge', // 专家或部门逐条评判
  'conclude-review', // 汇总评审意见
  'deliberate', // 审议
  'publicise', // 公示
  'object', // 提出异议
  'answer-objection', // 答复异议
  'reappraise', // 异议成立，重新评审
  'propose', // 拟定处理意见
  'decide', // 决定认定
  'refuse', // 不予认定
  'certify', // 发证
  'revoke', // 取消认定
  'restore', // 恢复认定
] as const
export type Act = (typeof ACTS)[number]

/** Which acts a stage allows. Acts that leave the stage as it is (assign, judge) are listed where they may happen. */
export const NEXT = {
  draft: ['file', 'withdraw'],
  filed: ['accept', 'return', 'transfer', 'refuse', 'withdraw'],
  returned: ['file', 'refuse', 'withdraw'],
  accepted: ['judge', 'recommend', 'transfer', 'send-back', 'refuse', 'withdraw'],
  recommended: ['assign', 'judge', 'conclude-review', 'send-back', 'withdraw'],
  reviewed: ['deliberate', 'send-back', 'refuse', 'withdraw'],
  deliberated: ['publicise', 'send-back', 'withdraw'],
  publicised: ['object', 'propose', 'reappraise', 'refuse', 'withdraw'],
  objected: ['object', 'answer-objection', 'withdraw'],
  proposed: ['decide', 'send-back', 'refuse'],
  decided: ['certify', 'revoke'],
  certified: ['revoke'],
  refused: [],
  withdrawn: [],
  revoked: ['restore'],
} as const satisfies Record<Stage, readonly Act[]>
