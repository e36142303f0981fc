import type { Program } from './program.ts'
import type { Service, ServiceName } from './service.ts'

/**
 * The other services of the group of which one is paid (`pays.excludes`); named by one side it holds
 * for both. `check` sees to it that a group is whole.
 */
export function rivalsOf(program: Program, service: ServiceName): readonly ServiceName[] {
  const own = program.services[service]?.pays?.excludes ?? []
  return Object.values(program.services).flatMap(({ name, pays }) => {
    const either = own.includes(name) || pays?.excludes.includes(service)
    return name !== service && pays && either ? [name] : []
  })
}

/**
 * Which of two services as high is paid: that of the earlier article, then the one whose name comes
 * first. The order of a program's keys says nothing: a database keeps them as it likes.
 */
export function isBefore(program: Program, one: ServiceName, other: ServiceName): boolean {
  const [a, b] = [articleOf(program, one), articleOf(program, other)]
  return a === b ? one < other : a < b
}

function articleOf({ services, articles }: Program, name: ServiceName): number {
  const cite: Service['cite'] | undefined = services[name]?.cite
  const at = articles.findIndex(({ article }) => cite?.startsWith(article))
  return at < 0 ? articles.length : at
}
