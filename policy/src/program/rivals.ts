import type { Program } from './program.ts'
import type { ServiceName } from './service.ts'

/**
 * The other services of the group of which one is paid (`pays.excludes`), in printed order; named
 * by one side it holds for both. `check` sees to it that a group is whole.
 */
export function rivalsOf(program: Program, service: ServiceName): readonly ServiceName[] {
  const own = program.services[service]?.pays?.excludes ?? []
  return Object.values(program.services).flatMap(({ name, pays }) => {
    const either = own.includes(name) || pays?.excludes.includes(service)
    return name !== service && pays && either ? [name] : []
  })
}
