import type { Program } from './program.ts'

/** JSON with sorted keys and no spaces (after RFC 8785, for plain data): one text for one content. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
  return `{${pairs.join(',')}}`
}

/** The text whose sha-256 is a program's digest: its content, without the digest itself. */
export function contentOf(program: Omit<Program, 'digest'> & { readonly digest?: string }): string {
  const { digest, ...content } = program
  return canonical(content)
}
