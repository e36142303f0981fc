import type { Condition } from '../program/condition.ts'
import { conditionsIn } from '../program/conditions-in.ts'
import type { Expression } from '../program/expression.ts'
import type { Program } from '../program/program.ts'
import type { Service } from '../program/service.ts'
import type { ValueDefinition } from '../program/value-definition.ts'
import { printValue } from '../values/print.ts'
import type { Settling } from './evaluate.ts'
import { restsOn } from './facts-of.ts'
import { rowAt, work } from './formula.ts'
import type { Frame } from './frame.ts'
import type { Worked } from './outcome.ts'
import { reasonsFor } from './reasons.ts'

/** Every value a service rests on, worked out and explained, what is named before what names it. */
export function workedValues(root: Condition, settling: Settling): readonly Worked[] {
  const { program, service } = settling
  return valuesBehind(program, service, root).map((definition) => worked(definition, settling))
}

/** Programs are frozen: what a service rests on is gathered once for good. */
const behind = new WeakMap<Program, Map<Service, readonly ValueDefinition[]>>()

/** The values behind a service's conditions and its money, in the program's own order. */
export function valuesBehind(
  program: Program,
  service: Service,
  root: Condition,
): readonly ValueDefinition[] {
  const own = behind.get(program) ?? new Map<Service, readonly ValueDefinition[]>()
  behind.set(program, own)
  const known = own.get(service) ?? gatherValues(program, service, root)
  own.set(service, known)
  return known
}

function gatherValues(
  program: Program,
  service: Service,
  root: Condition,
): readonly ValueDefinition[] {
  const { pays } = service
  const formulas: readonly Expression[] = [
    ...conditionsIn(root).flatMap(formulasOf),
    ...(pays ? [pays.amount, pays.payable] : []).map((name) => ({ kind: 'value' as const, name })),
  ]
  const names = new Set(restsOn({ kind: 'and', of: formulas }, program.values).values)
  return Object.values(program.values).filter(({ name }) => names.has(name))
}

/** The formulas a condition bears itself. */
export function formulasOf(condition: Condition): readonly Expression[] {
  if (condition.kind === 'computed') return [condition.test]
  return condition.kind === 'variant' ? condition.when : []
}

function worked(definition: ValueDefinition, settling: Settling): Worked {
  const { name, title, cite, of, parts } = definition
  const result = work({ kind: 'value', name }, settling.frame)
  const lacks = 'lacks' in result ? result.lacks : null
  return {
    value: name,
    title,
    cite,
    gives: 'value' in result ? printValue(definition, result.value) : null,
    lacks,
    row: rowHit(of, settling.frame),
    ...reasonsFor(of, settling, lacks === null),
    of: parts,
  }
}

/** The row of a table that held, as printed; null elsewhere. */
export function rowHit(of: Expression, frame: Frame): string | null {
  if (of.kind !== 'table' || of.hit !== 'first') return null
  const at = rowAt(of, frame)
  return typeof at === 'number' ? (of.rows[at]?.printed.join(' · ') ?? null) : null
}
