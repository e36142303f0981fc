import { answersFor, runner } from '../../../policy/src/columns/run.ts'
import { rowClosures, rowRunner } from '../../../policy/src/columns/row-code.ts'
import { factsAt } from '../../../policy/src/columns/facts-at.ts'
import { bytesOf } from '../../../policy/src/columns/columns.ts'
import { lower } from '../../../policy/src/lower/lower.ts'
import { measure } from './w1/measure.ts'
import { ASKED, enterprises } from './w1/data.ts'
const rows = Number(process.argv[2] ?? 200_000)
const plan = lower(measure())
let t = performance.now()
const columns = enterprises(plan.program, { rows })
console.log('generate', performance.now() - t, bytesOf(columns) / rows, 'B/row')
for (const keep of ['services', 'conditions'] as const) {
  const answers = answersFor(plan, { rows, keep })
  t = performance.now()
  const run = runner(plan, { columns, answers, asked: { on: ASKED } })
  console.log('build', performance.now() - t)
  for (let i = 0; i < 5; i++) { t = performance.now(); run(0, rows); const ms = performance.now() - t; console.log(keep, ms.toFixed(1), (rows / ms / 1000).toFixed(2), 'M ent/s') }
  if (keep === 'services') { const c = [0,0,0,0]; for (let r=0;r<rows;r++) for (let s=0;s<12;s++) c[((answers.words[0]![r]!)>>(2*s))&3]!++; console.log(c.map(x=>x/rows/12)) }
}
const num = (x: any): any => Array.isArray(x) ? x.map(num) : x && typeof x === "object" ? Object.fromEntries(Object.entries(x).map(([k, v]) => [k, num(v)])) : typeof x === "string" && /^-?[\d.]+$/.test(x) ? Number(x) : x
const facts = Array.from({ length: 2000 }, (_, r) => num(factsAt(columns, r)))
for (const [name, run] of [['closures', rowClosures(plan, { on: ASKED })], ['row', rowRunner(plan, { on: ASKED })]] as const) {
  for (let k = 0; k < 10; k++) for (const one of facts) run(one)
  const taken: number[] = []
  for (let k = 0; k < 5; k++) for (const one of facts) { const t = performance.now(); run(one); taken.push(performance.now() - t) }
  taken.sort((a, b) => a - b)
  console.log(name, 'p50', (taken[taken.length >> 1]! * 1000).toFixed(2), 'p99', (taken[Math.floor(taken.length * .99)]! * 1000).toFixed(2), 'us')
}
