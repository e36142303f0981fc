import { expect, test } from 'vitest'
import { compile, readPack } from '../src/index.ts'
import { emitModule, evaluate, type Facts } from '../src/run.ts'
import { sha256 } from './packs.ts'
import { FILES, VOCABULARY } from './small-pack.ts'

const WITH_MONEY = {
  ...FILES,
  'values/money.yaml': `values:
  - value: stepped
    title: { zh: 分段补助, en: Stepped grant }
    cite: 第2条
    unit: 元
    piecewise:
      of: 研发费用
      steps: [{ up-to: 50 万元, rate: 10% }, { up-to: 200 万元, rate: 5% }, { rate: 1% }]
  - value: shared
    title: { zh: 分担补助, en: Shared grant }
    cite: 第2条
    unit: 元
    amount: { of: 研发费用, at-most: 100 元 }
`,
  ...service('stepped', 'round: { to: 0.01 元, how: half-up }, at-most: { claim: 100 万元 }'),
  ...service('shared', 'split: [{ by: bureau, share: 35% }, { by: panel, share: 65% }]'),
}

function service(amount: string, more: string) {
  const text = `service: pay-${amount}
title: { zh: 奖励, en: Reward }
cite: 第2条
kind: reward
needs: fit
applicants: [enterprise]
joint: false
papers: [{ paper: agreement, title: { zh: 协议, en: Agreement }, cite: 第2条(二), kinds: [pdf], required: true }]
route: []
pays: { cite: 第2条, amount: ${amount}, ${more}, fair-review: { by: { zh: 市监局, en: Market regulator }, until: 2027-02-28 } }
`
  return { [`services/pay-${amount}.yaml`]: text }
}

const { program, complaints } = compile(
  readPack({ files: WITH_MONEY, vocabulary: VOCABULARY }),
  sha256,
)
if (!program) throw new Error(complaints.map(({ says }) => says.en).join('\n'))
const made = program

async function paid(name: string, spending: string) {
  const facts: Facts = {
    'site-area': '300平方米',
    cooperates: 'met',
    'research-spending': spending,
  }
  const asked = { service: name, facts, on: '2025-03-01' }
  const address = `data:text/javascript;charset=utf-8,${encodeURIComponent(emitModule(made, name))}`
  const emitted = (await import(address)) as {
    evaluate: (facts: Facts, on: string) => ReturnType<typeof evaluate>
  }
  const { pays } = evaluate(made, asked)
  expect(emitted.evaluate(facts, asked.on).pays).toEqual(pays)
  return pays
}

// Each rate on its own part: 50万 at 10 % is 5万; the next 150万 at 5 % is 7.5万; then 1 %.
test.each([
  ['0元', '0'],
  ['1元', '0.1'],
  ['499999.9元', '49999.99'],
  ['50万元', '50000'],
  ['50.0002万元', '50000.1'],
  ['60万元', '55000'],
  ['200万元', '125000'],
  ['300万元', '135000'],
])('%s of spending is paid %s yuan by steps', async (spending, wanted) => {
  expect((await paid('pay-stepped', spending))?.payable).toBe(wanted)
})

// Halves up to the fen; what that leaves over or short falls to the first: 0.525 and 0.975 of 1.5.
test.each([
  ['90元', ['31.5', '58.5']],
  ['1.5元', ['0.52', '0.98']],
  ['0.01元', ['0', '0.01']],
  ['0.02元', ['0.01', '0.01']],
  ['1000元', ['35', '65']],
])('%s is shared 35 to 65, to the fen, and the parts add up', async (spending, wanted) => {
  const split = (await paid('pay-shared', spending))?.split
  expect(split?.map(({ yuan }) => yuan)).toEqual(wanted)
})
