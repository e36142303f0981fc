import { conditionsIn } from '../program/conditions-in.ts'
import type { Program } from '../program/program.ts'
import { restsOn } from './facts-of.ts'
import { formulasOf } from './worked-values.ts'

/**
 * Every name that the answer or the money of a service rests on: facts, lists, scores, papers,
 * judgements. Nothing given under another name can change it.
 * @throws RangeError when the program has no such service
 */
export function namesBehind(program: Program, serviceName: string): readonly string[] {
  const service = Object.hasOwn(program.services, serviceName)
    ? program.services[serviceName]
    : undefined
  const root = service && program.conditions[service.needs]
  if (!service || !root) throw new RangeError(`no such service: ${serviceName}`)
  const conditions = conditionsIn(root)
  const { pays } = service
  const money = (pays ? [pays.amount, pays.payable] : []).map((name) => ({
    kind: 'value' as const,
    name,
  }))
  const of = [...conditions.flatMap(formulasOf), ...money]
  const { facts, records, scores } = restsOn({ kind: 'and', of }, program.values)
  const answers = conditions.flatMap((condition) => {
    if (condition.kind === 'evidenced') return [condition.paper]
    return condition.kind === 'judged' ? [condition.name] : []
  })
  return [...new Set([...facts, ...records, ...scores, ...answers])]
}
