import { formulasWithin, namedIn } from '../evaluate/facts-of.ts'
import type { Expression } from '../program/expression.ts'
import type { ConditionText } from '../syntax/condition-shape.ts'
import { Complaints, type Position } from '../text/complaint.ts'
import { boundsOf } from './bounds.ts'
import { type About, axesOf, cellsOf, holdsIn } from './grid.ts'
import { below, type Known } from './known.ts'
import { payableOf } from './payable.ts'

/** The tests of computed conditions by name, as typed. */
export type Tests = ReadonlyMap<string, Expression>

/** What fits together word by word and yet makes no sense. */
export function checkMeaning(known: Known, tests: Tests): void {
  for (const [name, test] of tests) {
    const condition = known.conditions.get(name)
    if (condition) checkAlwaysOrNever(known, condition, test)
  }
  for (const service of known.source.services) checkContradictions(known, service.needs, tests)
  checkSuppliers(known, tests)
  checkPartners(known, tests)
  checkDays(known, tests)
  checkAmounts(known)
}

/** Options of choices, and how large a value can become: a total of 100 is never 101. */
const aboutIn = (known: Known): About => ({
  optionsOf: (name) => (known.facts.get(name) ?? known.values.get(name))?.options ?? [],
  boundsOf: (subject) => boundsOf(subject, known.values),
})

function checkAlwaysOrNever(known: Known, condition: ConditionText, test: Expression): void {
  const axes = axesOf([test], aboutIn(known))
  const cells = axes && axes.length > 0 ? cellsOf(axes) : null
  if (!axes || !cells) return
  const holds = cells.map((cell) => holdsIn(test, axes, cell))
  if (holds.includes(true) && holds.includes(false)) return
  const never = !holds.includes(true)
  known.complaints.add({
    at: condition.at,
    cite: condition.cite,
    level: never ? 'error' : 'warning',
    code: never ? 'condition.never' : 'condition.always',
    zh: `${condition.title.zh}：这个条件${never ? '不可能成立' : '总是成立'}`,
    en: `${condition.title.en}: this condition ${never ? 'can never' : 'will always'} hold`,
  })
}

/** Conditions that must all hold, and about one thing ask what cannot be at once. */
function checkContradictions(known: Known, root: string, tests: Tests): void {
  const must = known.conditions.get(root)
  if (!must) return
  const leaves = allUnder(must, true).flatMap(({ condition, holds }) => {
    const own = tests.get(condition.condition)
    const test: Expression | undefined = own && !holds ? { kind: 'not', of: own } : own
    const axes = test ? axesOf([test], aboutIn(known)) : null
    return test && axes?.length === 1 ? [{ condition, test, key: axes[0]?.key ?? '' }] : []
  })
  for (const group of Map.groupBy(leaves, ({ key }) => key).values()) {
    const all = group.map(({ test }) => test)
    const axes = axesOf(all, aboutIn(known))
    const cells = axes && cellsOf(axes)
    if (!axes || !cells || group.length < 2) continue
    if (cells.some((cell) => all.every((test) => holdsIn(test, axes, cell)))) continue
    const last = group.at(-1)?.condition ?? must
    const others = group.map(({ condition }) => `${condition.cite} ${condition.condition}`)
    known.complaints.add({
      at: last.at,
      cite: last.cite,
      code: 'service.contradiction',
      zh: `这些条件不可能同时成立：${others.join('；')}`,
      en: `these conditions cannot hold at once: ${others.join('; ')}`,
    })
  }
}

type Must = { readonly condition: ConditionText; readonly holds: boolean }

/** Everything that must hold, or must not (一票否决), for this to hold; turned round: not to hold. */
function allUnder(condition: ConditionText, holds: boolean): readonly Must[] {
  const { body } = condition
  if (body.kind === 'all' && holds) return body.of.flatMap((one) => allUnder(one, true))
  if (body.kind === 'none' && holds) return body.of.flatMap((one) => allUnder(one, false))
  if (body.kind === 'any' && !holds) return body.of.flatMap((one) => allUnder(one, false))
  return [{ condition, holds }]
}

/** A fact that comes from an office must come from one this pack has. */
function checkSuppliers(known: Known, tests: Tests): void {
  const used = namedIn({
    kind: 'and',
    of: [...tests.values(), ...[...known.values.values()].map(({ of }) => of)],
  })
  const asked = [
    ...used.facts.map((name) => ({ name, text: known.source.vocabulary[name] })),
    ...used.records.map((name) => ({ name, text: known.source.records[name] })),
  ]
  for (const { name, text } of asked) {
    if (!text || ['applicant', 'register'].includes(text.from) || known.offices.has(text.from))
      continue
    known.complaints.add({
      at: text.at,
      code: 'fact.nobody',
      zh: `${name} 由 ${text.from} 提供，而本办法没有这个机构：没有人能提供它`,
      en: `${name} comes from ${text.from}, an office this measure does not have: nobody can supply it`,
    })
  }
}

/** A foreign partner tells its facts in a joint application (联合申报), and in no other. */
function checkPartners(known: Known, tests: Tests): void {
  for (const service of known.source.services.filter(({ joint }) => !joint)) {
    const root = known.conditions.get(service.needs)
    const own = root ? below(root).flatMap(({ condition }) => tests.get(condition) ?? []) : []
    const asked = namedIn({ kind: 'and', of: own }).facts
    for (const name of asked) {
      if (known.source.vocabulary[name]?.subject !== 'partner') continue
      known.complaints.add({
        at: service.at,
        cite: service.cite,
        level: 'warning',
        code: 'fact.no-partner',
        zh: `${service.title.zh}问到合作方的 ${name}，却不是联合申报（joint: false）`,
        en: `${service.title.en} asks the partner's ${name} but is no joint application (joint: false)`,
        suggestion: {
          zh: '联合申报的写 joint: true，否则换一个事实',
          en: 'write joint: true, or ask another fact',
        },
      })
    }
  }
}

/** Days that conditions and values compare with, and that lie outside the measure's own life. */
function checkDays(known: Known, tests: Tests): void {
  const { from = null, until = null } = known.source.pack?.validity ?? {}
  const conditions = [...tests].flatMap(([name, of]) => placed(known.conditions.get(name), of))
  const values = known.source.values.flatMap((text) => {
    const definition = known.values.get(text.value)
    return definition ? placed(text, definition.of) : []
  })
  for (const { at, cite, of } of [...conditions, ...values]) {
    for (const node of formulasWithin(of)) {
      const day = node.kind === 'literal' && node.value.kind === 'day' ? node.value.day : null
      const side = day && outside(day, { from, until })
      if (side) known.complaints.add({ at, cite, level: 'warning', ...side })
    }
  }
}

type Placed = { readonly at: Position; readonly cite: string }

const placed = (text: Placed | undefined, of: Expression) =>
  text ? [{ at: text.at, cite: text.cite, of }] : []

type Life = { readonly from: string | null; readonly until: string | null }

function outside(day: string, { from, until }: Life) {
  if (until && day > until)
    return {
      code: 'condition.after-the-end',
      zh: `${day} 在本办法失效（${until}）之后`,
      en: `${day} lies after the end of the measure (${until})`,
    }
  if (!from || day >= from) return null
  return {
    code: 'condition.before-the-start',
    zh: `${day} 在本办法施行（${from}）之前`,
    en: `${day} lies before the measure takes effect (${from})`,
    suggestion: {
      zh: '条文确指此日的，保留；否则核对日期',
      en: 'keep it if the article means that day; else check it',
    },
  }
}

/** Money without an upper bound: the article may mean it, its author should say so. */
function checkAmounts(known: Known): void {
  for (const service of known.source.services) {
    const { pays } = service
    if (!pays || !known.values.has(pays.amount)) continue
    // What is wrong with its caps was told with the service.
    const quiet = { scope: known.scope, cite: pays.cite, complaints: new Complaints() }
    const payable = payableOf(service, quiet)
    if (!payable || boundsOf(payable.value.of, known.values).most) continue
    known.complaints.add({
      at: pays.at,
      cite: pays.cite,
      level: 'warning',
      code: 'pays.unbounded',
      zh: `${service.title.zh}没有上限`,
      en: `${service.title.en} has no upper limit`,
      suggestion: { zh: '写上 at-most，或核对条文', en: 'write at-most, or check the article' },
    })
  }
}
