import fc from 'fast-check'
import type { PackFiles } from '../src/index.ts'
import { truths } from './random-text.ts'
import { FILES, VOCABULARY } from './small-pack.ts'

/*
 * Random packs as an author would write them, over the small pack's vocabulary: conditions of typed
 * formulas, values that name values, rewards with caps, top-ups, shares and rounding. Most compile;
 * what does not is the compiler's to refuse.
 */

type Text = fc.Arbitrary<string>
const one = (...texts: readonly string[]): Text => fc.constantFrom(...texts)
const head = (key: string, name: string) =>
  `${key}: ${name}\ntitle: { zh: ${name}, en: ${name} }\ncite: 第2条(一)\n`
const quoted = (text: string) => JSON.stringify(text)

/** A group of computed conditions, indented under its kind. */
function condition(name: string): Text {
  const leaf = (at: number) =>
    truths(1).map(
      (that) =>
        `  - { condition: ${name}-${at}, title: { zh: ${name}${at}, en: ${name} ${at} }, cite: 第2条(一), that: ${quoted(that)} }\n`,
    )
  const grouped = fc.tuple(one('all', 'any', 'none'), leaf(1), leaf(2))
  return grouped.map(([kind, a, b]) => `${head('condition', name)}${kind}:\n${a}${b}`)
}

const MONEY = ['研发费用', '营业收入', 'sum(年度数据.年度收入)', '研发费用 * 12.5%', '营业收入 / 3']
const TEST = one('人员数 >= 3 人', '独立法人', '研发费用 > 1 万元', '场地面积 >= 2 平方米')

/** Values in a row, each of which may name those before it by its title. */
const values: Text = fc
  .tuple(
    one(...MONEY),
    one('金额甲', ...MONEY),
    one('金额甲 + 金额乙', 'max(金额甲, 金额乙)', 'if 独立法人 then 金额甲 else 金额乙'),
    fc.tuple(TEST, one('金额丙', '金额乙', '2 万元'), one('金额丙', '金额甲')),
    one('', ', at-most: 3 万元', ', at-most: 金额甲'),
  )
  .map(([first, second, third, [test, yes, no], most]) => {
    const bodies = [
      `amount: { of: ${quoted(first)} }`,
      `amount: { of: ${quoted(second)} }`,
      `amount: { of: ${quoted(third)}${most} }`,
      `amount: { of: ${quoted(`if ${test} then ${yes} else ${no}`)}, at-most: 40 万元 }`,
    ]
    const names = ['甲', '乙', '丙', '丁']
    const lines = bodies.map(
      (body, at) =>
        `  - { value: money-${at + 1}, title: { zh: 金额${names[at]}, en: Money ${at + 1} }, cite: 第2条(一), unit: 元, ${body} }\n`,
    )
    return `values:\n${lines.join('')}`
  })

const cap = (span: string) =>
  fc.option(one(`${span}: 2 万元`, `${span}: 1234.5 元`, `${span}: 金额甲`), { nil: '' })

const pays: Text = fc
  .tuple(
    one('money-1', 'money-2', 'money-3', 'money-4'),
    fc.tuple(cap('claim'), cap('year'), cap('lifetime')),
    one('', 'top-up: [other]', 'top-up: [apply]'),
    one('', 'round: { to: 1 千元, how: down }', 'round: { to: 1 元, how: half-even }'),
    one(
      '',
      'split: [{ by: bureau, share: 60% }, { by: panel, share: 40% }]',
      'split: [{ by: bureau, share: 33.3% }, { by: panel, share: 66.7% }]',
    ),
  )
  .map(([amount, spans, ...more]) => {
    const caps = spans.filter((text) => text !== '').join(', ')
    const parts = [`amount: ${amount}`, caps && `at-most: { ${caps} }`, ...more]
    return `pays: { cite: 第2条(二), ${parts.filter((part) => part !== '').join(', ')} }\n`
  })

const reward = (name: string, needs: string) =>
  pays.map(
    (paid) =>
      `${head('service', name)}kind: reward\nneeds: ${needs}\napplicants: [enterprise]\njoint: false\npapers: []\nroute: []\n${paid}`,
  )

/** The files of a pack, and its vocabulary. */
export const packs: fc.Arbitrary<{ files: PackFiles; vocabulary: PackFiles }> = fc
  .record({
    'conditions/more.yaml': condition('more'),
    'conditions/other.yaml': condition('others'),
    'values/random.yaml': values,
    'services/reward.yaml': reward('reward', 'more'),
    'services/other.yaml': reward('other', 'others'),
  })
  .map((random) => ({
    files: { ...FILES, ...random, 'examples/fit.yaml': 'examples: []\n' },
    vocabulary: VOCABULARY,
  }))
