import type { Question } from '../evaluate/evaluate.ts'
import { partsOf } from '../evaluate/facts-of.ts'
import { truthOf, work } from '../evaluate/formula.ts'
import type { Frame } from '../evaluate/frame.ts'
import { readGiven } from '../evaluate/given.ts'
import { formulasOf } from '../evaluate/worked-values.ts'
import type { Condition } from '../program/condition.ts'
import type { Expression, RecordsFormula } from '../program/expression.ts'
import type { Program } from '../program/program.ts'
import type { Day } from '../values/day.ts'

/** The frame in which open formulas are looked into. */
export function frameOf(program: Program, { facts, on, workingDays }: Question): Frame {
  const given = readGiven(program, facts)
  return {
    program,
    given,
    on: on as Day,
    workingDays: workingDays ?? null,
    record: null,
    worked: new Map(),
  }
}

/**
 * The names whose values can still change what a condition comes to: a branch that is not taken, a
 * limb that is decided, a table's rows behind the one that holds wait for nothing. What is divided by
 * a known zero still matters: it may not apply, and then nothing is compared with it.
 */
export function stillMatters(condition: Condition, frame: Frame): ReadonlySet<string> {
  if (condition.kind === 'evidenced') return new Set([condition.paper])
  if (condition.kind === 'judged') return new Set([condition.name])
  if (condition.kind !== 'variant') {
    return new Set(formulasOf(condition).flatMap((formula) => open(formula, frame)))
  }
  const until = condition.when.findIndex((when) => truthOf(when, frame) === 'yes')
  const before = until < 0 ? condition.when : condition.when.slice(0, until)
  return new Set(before.flatMap((when) => open(when, frame)))
}

const isOpen = (of: Expression, frame: Frame): boolean => 'lacks' in work(of, frame)

function open(of: Expression, frame: Frame): readonly string[] {
  if (!isOpen(of, frame)) return []
  switch (of.kind) {
    case 'fact':
    case 'scored':
      return [of.name]
    case 'value': {
      const definition = frame.program.values[of.name]
      return definition ? open(definition.of, frame) : []
    }
    case 'and':
    case 'or':
      return of.of.flatMap((limb) => open(limb, frame))
    case 'choose':
      return chosen({ ...of, when: [of.when], gives: [of.gives] }, frame)
    case 'table': {
      const [when, gives] = [of.rows.map((row) => row.when), of.rows.map((row) => row.gives)]
      if (of.hit === 'sum') return [...when, ...gives].flatMap((one) => open(one, frame))
      return chosen({ when, gives, otherwise: of.otherwise }, frame)
    }
    default:
      return 'records' in of ? openRecords(of, frame) : strict(partsOf(of), frame)
  }
}

type Rows = {
  readonly when: readonly Expression[]
  readonly gives: readonly Expression[]
  readonly otherwise: Expression | null
}

function chosen({ when, gives, otherwise }: Rows, frame: Frame): readonly string[] {
  const names: string[] = []
  for (const [at, one] of when.entries()) {
    const holds = truthOf(one, frame)
    if (holds === 'no') continue
    names.push(...open(one, frame), ...open(gives[at] ?? one, frame))
    if (holds === 'yes') return names
  }
  return otherwise ? [...names, ...open(otherwise, frame)] : names
}

/** All parts are needed: one that nothing can settle leaves nothing to ask for the others. */
function strict(parts: readonly Expression[], frame: Frame): readonly string[] {
  const each = parts.filter((part) => isOpen(part, frame)).map((part) => open(part, frame))
  return each.some((names) => names.length === 0) ? [] : each.flat()
}

type OverRecords = Exclude<RecordsFormula, { kind: 'field' }>

function openRecords(of: OverRecords, frame: Frame): readonly string[] {
  const key = of.kind === 'pick' ? open(of.key, frame) : []
  const known = frame.given.records.get(of.records)
  if (known?.state !== 'known') return [...key, of.records]
  const fields = Object.keys(frame.program.records[of.records]?.fields ?? {})
  const gaps = known.rows.some((row) => fields.some((field) => !row.has(field)))
  const inside = partsOf(of).flatMap((part) => namesIn(part, frame))
  return [...key, ...(gaps ? [of.records] : []), ...inside]
}

/** Facts outside the records that a formula over them names and that are not there. */
function namesIn(of: Expression, frame: Frame): readonly string[] {
  if (of.kind === 'fact' || of.kind === 'value') return open(of, frame)
  return partsOf(of).flatMap((part) => namesIn(part, frame))
}
