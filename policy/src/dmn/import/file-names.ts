import type { Scope } from '../../check/scope.ts'
import { DAY_ASKED } from '../../check/scope.ts'
import { childrenOf, type Element } from '../../text/xml-tree.ts'
import { feelName } from '../feel/names.ts'
import { type DmnTable, ownOf } from './dmn-table.ts'

/** What the names of a file mean here: facts and values of the pack, and tables of the file. */
export type FileNames = {
  readonly all: readonly string[]
  readonly named: (name: string) => string | null
  /** Decisions that only guard another, in files of ours. */
  readonly guards: ReadonlySet<string>
}

export function fileNames(
  root: Element,
  scope: Scope,
  tables: ReadonlyMap<string, string>,
): FileNames {
  const known = scope.names
    .filter((name) => meaning(name, scope))
    .map((name) => [name, shown(name, scope)] as const)
  const marked = [...childrenOf(root, 'inputData'), ...childrenOf(root, 'decision')].flatMap(
    (element) => {
      const own = ownOf(element)
      return own ? [{ own, name: element.attributes.name ?? '' }] : []
    },
  )
  const means = new Map<string, string>([
    ...known.map(([name, is]) => [feelName(name), is] as const),
    ...known,
    ...marked.flatMap(({ own, name }) => {
      const is = own.kind === 'day-asked' ? DAY_ASKED[0] : own.key
      return meaning(is, scope) ? [[name, shown(is, scope)] as const] : []
    }),
    ...tables,
  ])
  const guards = new Set(marked.flatMap(({ own, name }) => (own.kind === 'guard' ? [name] : [])))
  return { all: [...means.keys(), ...guards], named: (name) => means.get(name) ?? null, guards }
}

function meaning(name: string, scope: Scope): boolean {
  return (
    scope.factByName.has(name) ||
    (DAY_ASKED as readonly string[]).includes(name) ||
    scope.valueNamed(name, 0) !== null
  )
}

/** A fact by its title, as officers read it; a value by its key. */
function shown(name: string, scope: Scope): string {
  return scope.factByName.get(name)?.title.zh ?? scope.valueNamed(name, 0)?.name ?? name
}

/** An English key out of what the file calls a table; a numbered one where it has no Latin letters. */
export function keyFor(table: DmnTable, used: ReadonlySet<string>): string {
  const words = [table.own?.key ?? '', table.name, table.id].map(slug)
  const plain = words.find((one) => one !== '') ?? 'table'
  for (let times = 1; ; times += 1) {
    const key = times === 1 ? plain : `${plain}-${times}`
    if (!used.has(key)) return key
  }
}

export function slug(text: string): string {
  if (/[^\p{ASCII}]/u.test(text)) return ''
  const words = text.toLowerCase().split(/[^a-z0-9]+/)
  return words
    .filter((one) => one !== '')
    .join('-')
    .replace(/^[0-9-]+/, '')
}
