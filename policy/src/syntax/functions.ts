/** The closed list of functions; what they take and give is in `check/type-call.ts`. */
const FUNCTIONS = [
  'min',
  'max',
  'sum',
  'count',
  'mean',
  'longest run',
  'latest run',
  'round up',
  'round down',
  'round half up',
  'round half down',
  'round half even',
  'floor',
  'ceiling',
  'days between',
  'months between',
  'years between',
  'start of month',
  'start of year',
  'contains',
  'starts with',
] as const
export type FunctionName = (typeof FUNCTIONS)[number]

/** The same functions as an officer may write them. */
export const SAME_FUNCTION: Readonly<Record<string, FunctionName>> = {
  最小值: 'min',
  最大值: 'max',
  合计: 'sum',
  个数: 'count',
  平均: 'mean',
  最长连续: 'longest run',
  最近连续: 'latest run',
  向上取整: 'ceiling',
  向下取整: 'floor',
  四舍五入: 'round half up',
  相隔天数: 'days between',
  相隔月数: 'months between',
  相隔年数: 'years between',
  月初: 'start of month',
  年初: 'start of year',
}

/** Longest first, so that `round half up` is not read as something shorter. */
export const FUNCTION_NAMES: readonly string[] = [...FUNCTIONS, ...Object.keys(SAME_FUNCTION)].sort(
  (a, b) => b.length - a.length,
)
