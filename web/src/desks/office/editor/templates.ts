import type { Files } from './checked.ts'

export const KINDS = ['conditions', 'services', 'values', 'examples'] as const
export type Kind = (typeof KINDS)[number]

/** Files a pack cannot be without. */
export const FIXED: readonly string[] = ['pack.yaml', 'gist.yaml']

/** The path of a new file; null where the name will not do, or is there already. */
export function pathFor(kind: Kind, name: string, files: Files): string | null {
  const path = `${kind}/${name}.yaml`
  return /^[a-z][a-z0-9-]{1,59}$/.test(name) && !(path in files) ? path : null
}

/** Another name in the same folder, under the same rule. */
export function renamedPath(path: string, name: string, files: Files): string | null {
  const kind = KINDS.find((one) => path.startsWith(`${one}/`))
  return kind ? pathFor(kind, name, files) : null
}

/**
 * What a new file begins with: its shape, the first article and service of the pack, and TODOs in
 * both languages. `check` names what is left to write.
 */
export function templateOf(kind: Kind, name: string, files: Files): string {
  const cite = /^\s*- article:\s*(\S+)/m.exec(files['gist.yaml'] ?? '')?.[1] ?? '第1条'
  const office = /^offices:\n\s+([a-z0-9-]+):/m.exec(files['pack.yaml'] ?? '')?.[1] ?? 'office'
  const of = {
    name,
    cite,
    office,
    service: keyIn(files, 'services', 'service'),
    needs: keyIn(files, 'conditions', 'condition'),
  }
  return TEMPLATES[kind](of)
}

/** The key that the first file of a folder bears. */
function keyIn(files: Files, kind: Kind, key: string): string {
  const path = Object.keys(files)
    .sort()
    .find((one) => one.startsWith(`${kind}/`))
  return new RegExp(`^${key}:\\s*(\\S+)`, 'm').exec(files[path ?? ''] ?? '')?.[1] ?? 'todo'
}

type Of = { readonly [name in 'name' | 'cite' | 'office' | 'service' | 'needs']: string }

const TEMPLATES: Readonly<Record<Kind, (of: Of) => string>> = {
  conditions: ({ name, cite, office }) => `condition: ${name}
title: { zh: 待写, en: To be written }
cite: ${cite}
all:
  - condition: ${name}-judged
    title: { zh: 待写, en: To be written }
    cite: ${cite}
    judged: { zh: 写成一个问题, en: Put as a question }
    by: ${office}
    looks-at: []
`,
  services: ({ name, cite, needs }) => `service: ${name}
title: { zh: 待写, en: To be written }
cite: ${cite}
kind: entry
needs: ${needs}
applicants: [enterprise]
joint: false
papers: []
route: []
`,
  values: ({ name, cite }) => `values:
  - value: ${name}
    title: { zh: ${name}, en: ${name} }
    cite: ${cite}
    that: 0
`,
  examples: ({ cite, service }) => `examples:
  - name: 什么都没有提供
    en: Nothing given
    service: ${service}
    on: 2026-01-01
    cite: ${cite}
    given: {}
    answer: unknown
`,
}
