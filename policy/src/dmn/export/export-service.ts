import { formulasWithin } from '../../evaluate/facts-of.ts'
import { formulasOf, valuesBehind } from '../../evaluate/worked-values.ts'
import type { Condition } from '../../program/condition.ts'
import { conditionsIn } from '../../program/conditions-in.ts'
import type { Expression } from '../../program/expression.ts'
import type { Program } from '../../program/program.ts'
import type { Service } from '../../program/service.ts'
import type { ValueDefinition } from '../../program/value-definition.ts'
import type { Words } from '../../program/words.ts'
import { namesFor } from '../feel/names.ts'
import { Inexpressible, type Scope } from '../feel/scope.ts'
import { writeFeel } from '../feel/write.ts'
import { readingOf, writeCondition } from './conditions.ts'
import {
  baseUnit,
  inUnit,
  judgementInput,
  optionsType,
  recordsType,
  typeOfValue,
} from './inputs.ts'
import type { Definitions, Item, ItemType, Logic } from './model.ts'
import { neededInputs } from './needed-inputs.ts'
import { adds, firstTable, isTable, openRow, sumTable } from './table.ts'

/** A service being written: each part of it sees the whole. */
export type Exporting = {
  readonly program: Program
  readonly service: Service
  readonly conditions: readonly Condition[]
  readonly values: readonly ValueDefinition[]
  readonly scope: Scope
}

/**
 * One service as DMN: every condition and value a decision of its own, every fact, paper, judgement
 * and score an input; null for what is unknown. What FEEL cannot say is an input too, with a note.
 * @throws RangeError when the program has no such service
 */
export function exportService(program: Program, name: string): Definitions {
  const service = Object.hasOwn(program.services, name) ? program.services[name] : undefined
  const root = service && program.conditions[service.needs]
  if (!service || !root) throw new RangeError(`no such service: ${name}`)
  const conditions = unique(conditionsIn(root))
  const values = valuesBehind(program, service, root)
  const names = namesFor({ program, service, conditions })
  const scope: Scope = { program, names, record: null, depth: 0 }
  const exporting = { program, service, conditions, values, scope }
  const decided = [
    ...values.flatMap((value) => valueItems(value, exporting)),
    ...conditions.map((condition) => conditionItem(condition, exporting)),
    answerItem(root, exporting),
  ]
  const items = [...neededInputs(decided, exporting), ...decided]
  return {
    id: `banfa-${program.pack}-${service.name}`,
    name: service.title.zh,
    namespace: `urn:banfa:${program.pack}:${program.version}:${service.name}`,
    says: `${program.title.zh}（${program.version}，${program.digest}）${service.title.zh} ${service.cite}`,
    types: typesOf(items, exporting),
    items,
    service: {
      id: 'decision-service',
      name: `${names.service}_服务`,
      says: `${service.title.zh} · ${service.title.en} ${service.cite}`,
      gives: ['answer', ...paidBy(service)],
    },
    notes: decided.flatMap((item) => noteOn(item)),
  }
}

function paidBy({ pays }: Service): readonly string[] {
  return pays ? [...new Set([pays.amount, pays.payable])].map((name) => `value-${name}`) : []
}

function unique(conditions: readonly Condition[]): readonly Condition[] {
  return [...new Map(conditions.map((one) => [one.name, one])).values()]
}

function answerItem(root: Condition, { service, scope }: Exporting): Item {
  const { title, cite } = service
  return {
    id: 'answer',
    name: scope.names.service,
    type: 'boolean',
    title,
    cite,
    says: 'true 符合，false 不符合，null 尚不能定 · met, not met, not decided yet',
    of: { kind: 'service', key: service.name },
    requires: [`condition-${root.name}`],
    logic: { kind: 'literal', text: scope.names.condition(root.name) },
  }
}

function conditionItem(condition: Condition, { scope, program }: Exporting): Item {
  if (condition.kind === 'judged') return judgementInput(condition, scope.names, program)
  const { name, title, cite } = condition
  const members = 'of' in condition ? condition.of.map((one) => `condition-${one.name}`) : []
  const papers = condition.kind === 'evidenced' ? [`paper-${condition.paper}`] : []
  return {
    id: `condition-${name}`,
    name: scope.names.condition(name),
    type: 'boolean',
    title,
    cite,
    says: readingOf(condition),
    of: { kind: 'condition', key: name },
    requires: [...formulasOf(condition).flatMap(requiredBy), ...members, ...papers],
    logic: expressible(() => ({ kind: 'literal', text: writeCondition(condition, scope).text })),
  }
}

/** A value; before it, for a table that adds its rows, the guard that says whether one is open. */
function valueItems(value: ValueDefinition, { scope }: Exporting): readonly Item[] {
  const { name, title, cite, of } = value
  const feel = scope.names.value(name)
  const sums = isTable(of) && of.hit === 'sum' && adds(of, scope)
  const unit = baseUnit(value)
  const item = {
    id: `value-${name}`,
    name: feel,
    type: typeOfValue(value, feel),
    title,
    cite,
    says: `${value.printed ?? title.zh}${inUnit(value)}`,
    of: { kind: 'value' as const, key: name, ...(unit && { unit }) },
    requires: [...requiredBy(of), ...(sums ? [`guard-${name}`] : [])],
    logic: expressible(() => logicOf(of, { scope, output: typeOfValue(value, feel), name })),
  }
  if (!sums || item.logic === null) return [item]
  const guard: Item = {
    ...item,
    id: `guard-${name}`,
    name: scope.names.guard(name),
    type: 'boolean',
    says: `${title.zh}有一行尚不能定 · a row of ${title.en} is undecided`,
    of: { kind: 'guard', key: name },
    requires: requiredBy(of),
    logic: { kind: 'literal', text: openRow(of, scope) },
  }
  return [guard, item]
}

type About = { readonly scope: Scope; readonly output: string; readonly name: string }

function logicOf(of: Expression, { scope, output, name }: About): Logic {
  const guard = scope.names.guard(name)
  const table = !isTable(of)
    ? null
    : of.hit === 'first'
      ? firstTable(of, { scope, output })
      : adds(of, scope)
        ? sumTable(of, { scope, output }, guard)
        : null
  return table ?? { kind: 'literal', text: writeFeel(of, scope).text }
}

function expressible(logic: () => Logic): Logic | null {
  try {
    return logic()
  } catch (problem) {
    if (problem instanceof Inexpressible) return null
    throw problem
  }
}

/** The ids of what a formula names itself. */
export function requiredBy(of: Expression): readonly string[] {
  return [
    ...new Set(
      formulasWithin(of).flatMap((node) => {
        if (node.kind === 'day-asked') return ['day-asked']
        if (node.kind === 'fact' || node.kind === 'value') return [`${node.kind}-${node.name}`]
        if (node.kind === 'scored') return [`score-${node.name}`]
        return 'records' in node ? [`records-${node.records}`] : []
      }),
    ),
  ]
}

function typesOf(items: readonly Item[], { program, scope }: Exporting): readonly ItemType[] {
  const { names } = scope
  const typeOf = ({ of: { kind, key }, name }: Item): ItemType | null => {
    const records = kind === 'records' ? program.records[key] : undefined
    if (records) return recordsType(records, names)
    const listed = kind === 'fact' ? program.facts[key] : program.values[key]
    return listed && (kind === 'fact' || kind === 'value') ? optionsType(listed, name) : null
  }
  return items.flatMap((item) => typeOf(item) ?? [])
}

function noteOn({ of, logic, title }: Item): readonly Words[] {
  if (logic !== null || of.kind === 'judgement') return []
  return [
    {
      zh: `“${title.zh}”要数工作日，标准 FEEL 无法表达：导出为输入数据`,
      en: `“${title.en}” counts working days, which standard FEEL cannot say: it is input data`,
    },
  ]
}
