import fc from 'fast-check'

/*
 * Random formulas as an author would type them, over the names of the small pack. Most are well
 * typed; what is not must be refused for the same reason whoever parsed it.
 */

type Text = fc.Arbitrary<string>
const one = (...texts: readonly string[]): Text => fc.constantFrom(...texts)
const whole = fc.integer({ min: 0, max: 12 }).map(String)
const spaced = one(' ', '')

const said = (unit: readonly string[]): Text =>
  fc.tuple(whole, spaced, one(...unit)).map((parts) => parts.join(''))

const KINDS = {
  money: {
    names: [
      '营业收入',
      'turnover',
      '研发费用',
      'sum(年度数据.年度收入)',
      '年度数据[年度 = 2023].年度收入',
    ],
    units: ['元', '千元', '万元', '亿元'],
  },
  area: { names: ['场地面积', 'site-area'], units: ['平方米', 'm2', '㎡', '公顷'] },
  count: { names: ['人员数', 'staff'], units: ['人'] },
  share: { names: ['研发费用 / 营业收入', '(人员数 / 3 人)'], units: ['%'] },
  number: {
    names: [
      'count(获奖[名次 <= 3])',
      '申报日.year',
      '相隔月数(运营起始日, 申报日)',
      'days between(opened-on, 申报日)',
      'longest run(年度数据[评价等次 in ("不合格", "未参评")])',
      '个数(年度数据[not(评价等次 = "良好")])',
    ],
    units: [],
  },
} as const
type Kind = keyof typeof KINDS

function numbers(kind: Kind, depth: number): Text {
  const { names, units } = KINDS[kind]
  const leaf = fc.oneof(one(...names), units.length > 0 ? said(units) : whole)
  if (depth === 0) return leaf
  const inner = numbers(kind, depth - 1)
  const joined = (sign: string) => fc.tuple(inner, inner).map((sides) => sides.join(` ${sign} `))
  return fc.oneof(
    leaf,
    joined('+'),
    joined('-'),
    fc.tuple(inner, one('*', '/', '×', '÷'), whole).map((parts) => parts.join(' ')),
    inner.map((text) => `(${text})`),
    fc.tuple(one('max', 'min', '最大值'), inner, inner).map(([f, a, b]) => `${f}(${a}, ${b})`),
    fc.tuple(one('round half up', '向下取整', 'round down'), inner).map(([f, a]) => `${f}(${a})`),
    fc.tuple(truths(0), inner, inner).map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
  )
}

function days(depth: number): Text {
  const leaf = one('申报日', '运营起始日', 'opened-on', 'date("2024-02-29")', '年初(申报日)')
  if (depth === 0) return leaf
  const lengths = said(['年', '个月', '天', '日', '个工作日', '工作日'])
  return fc.oneof(
    leaf,
    fc.tuple(days(depth - 1), one('+', '-'), lengths).map((parts) => parts.join(' ')),
  )
}

const sign = one('=', '!=', '<', '<=', '>', '>=', '≥', '≤', '≠')

/** Formulas that are true or false. */
export function truths(depth: number): Text {
  const compared = fc.constantFrom(...(Object.keys(KINDS) as Kind[])).chain((kind) =>
    fc.oneof(
      fc.tuple(numbers(kind, depth), sign, numbers(kind, depth)).map((parts) => parts.join(' ')),
      fc
        .tuple(numbers(kind, 0), one('[', '('), numbers(kind, 0), numbers(kind, 0), one(']', ')'))
        .map(([of, open, from, to, shut]) => `${of} in ${open}${from}..${to}${shut}`),
      fc
        .tuple(numbers(kind, 0), numbers(kind, 0), numbers(kind, 0))
        .map(([of, from, to]) => `${of} between ${from} and ${to}`),
      fc
        .tuple(numbers(kind, 0), numbers(kind, 0), numbers(kind, 0))
        .map(([of, a, b]) => `${of} in (${a}, ${b})`),
    ),
  )
  const leaf = fc.oneof(
    compared,
    fc.tuple(days(depth), sign, days(depth)).map((parts) => parts.join(' ')),
    one(
      '独立法人',
      'true',
      '注册地 = "市内"',
      '注册地 in （“市内”，“市外”）',
      'fields in ("软件")',
      'some y in 年度数据 satisfies y.评价等次 = "良好" or y.年度收入 > 3 万元',
      'every 记 in 获奖[名次 <= 2] satisfies 记.获奖日 < 申报日',
      '人员数 >= 5 家',
      '不认识 > 3',
      '注册地 = "郊区"',
    ),
  )
  if (depth === 0) return leaf
  const inner = truths(depth - 1)
  return fc.oneof(
    leaf,
    fc.tuple(inner, one('and', 'or'), inner).map((parts) => parts.join(' ')),
    fc.tuple(inner, one('and', 'or'), inner, one('and', 'or'), inner).map((p) => p.join(' ')),
    inner.map((text) => `not(${text})`),
    inner.map((text) => `(${text})`),
  )
}
