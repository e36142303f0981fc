import type { Files } from './checked.ts'

/*
 * Edits live in this browser alone, under the digest of the version they began from, until they are
 * installed or taken back. A browser that forbids storage keeps them for the visit.
 */

const keyOf = (digest: string) => `banfa.pack.${digest}`

/** The files that differ from what is installed; null stands for one taken away. */
export type Edits = Readonly<Record<string, string | null>>

export function keptEdits(digest: string): Edits {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(digest)) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    const texts = Object.entries(kept).filter(
      (one): one is [string, string | null] => typeof one[1] === 'string' || one[1] === null,
    )
    return Object.fromEntries(texts)
  } catch {
    return {}
  }
}

/** False where the browser would not keep them. */
export function keepEdits(digest: string, edits: Edits): boolean {
  try {
    if (Object.keys(edits).length === 0) localStorage.removeItem(keyOf(digest))
    else localStorage.setItem(keyOf(digest), JSON.stringify(edits))
    return true
  } catch {
    return false
  }
}

export function withEdits(installed: Files, edits: Edits): Files {
  const all = Object.entries({ ...installed, ...edits })
  return Object.fromEntries(all.filter((one): one is [string, string] => one[1] !== null))
}

/** Without what was typed back to how it is installed. */
export function editsOf(installed: Files, files: Files): Edits {
  const written = Object.entries(files).filter(([path, text]) => installed[path] !== text)
  const gone = Object.keys(installed).filter((path) => !(path in files))
  return Object.fromEntries([...gone.map((path) => [path, null] as const), ...written])
}

export function versionIn(files: Files): string {
  const written = /^version:\s*(.*?)\s*(?:#.*)?$/m.exec(files['pack.yaml'] ?? '')?.[1] ?? ''
  return written.replace(/^['"]|['"]$/g, '')
}

/** The version stands in pack.yaml and nowhere else. */
export function withVersion(files: Files, version: string): Files {
  const quoted = `version: '${version.replaceAll("'", '')}'`
  const text = (files['pack.yaml'] ?? '').replace(/^version:.*$/m, () => quoted)
  return { ...files, 'pack.yaml': text }
}
