import { createHash } from 'node:crypto'
import type { Json } from './words.ts'

/**
 * One text for one value: names sorted by UTF-16 code unit, no spaces, numbers as ECMAScript prints
 * them (RFC 8785). Absent names are left out, so `{a: undefined}` and `{}` are the same thing.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error(`no JSON for the number ${value}`)
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const pairs = Object.keys(value)
    .sort()
    .flatMap((name) => pair(name, value[name]))
  return `{${pairs.join(',')}}`
}

/** The SHA-256 of a text (as UTF-8) or of bytes, in lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function pair(name: string, value: Json | undefined): string[] {
  return value === undefined ? [] : [`${JSON.stringify(name)}:${canonicalJson(value)}`]
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}
