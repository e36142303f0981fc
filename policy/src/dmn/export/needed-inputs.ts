import type { Exporting } from './export-service.ts'
import { dayAskedInput, factInput, paperInput, personInput, recordsInput } from './inputs.ts'
import type { Item } from './model.ts'

/** Every input that a decision of the file requires, each once. */
export function neededInputs(items: readonly Item[], exporting: Exporting): readonly Item[] {
  const wanted = new Set(items.flatMap(({ logic, requires }) => (logic ? requires : [])))
  return [...wanted].flatMap((id) => {
    const at = id.indexOf('-')
    return inputFor(id.slice(0, at), id.slice(at + 1), exporting) ?? []
  })
}

/** The input behind an id; null where a decision stands behind it. */
function inputFor(kind: string, key: string, { program, service, scope }: Exporting): Item | null {
  const { names } = scope
  const [fact, records, value] = [program.facts[key], program.records[key], program.values[key]]
  switch (kind) {
    case 'day':
      return dayAskedInput(names)
    case 'fact':
      return fact ? factInput(fact, names) : null
    case 'records':
      return records ? recordsInput(records, names) : null
    case 'score':
      return value ? personInput(value, names) : null
    case 'paper':
      return paperInput(key, service, names)
    default:
      return null
  }
}
