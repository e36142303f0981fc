/** Words of the ledger of payments. */
export const ledger = {
  heading: '奖补台账',
  kept: '台账自 {{on}} 起完整（{{by}}）：没有记录即没有支付。',
  'not-kept': '台账尚未声明完整：年度上限、累计上限和补差暂不能判断。',
  none: '没有支付记录。',
  'paid-on': '支付日期',
  service: '事项',
  yuan: '金额（元）',
  reason: '事由',
  entered: '登记',
  counter: '冲正',
  enter: '登记一笔支付',
  'enter.do': '登记',
  strike: '冲正',
  'strike.do': '确认冲正',
  keep: '声明台账完整',
  'keep.about':
    '声明之后，没有记录即按零支付计算。请先补录各项办法历年已经支付的奖补。声明只作一次，记录在案。',
  'keep.do': '声明完整',
}
