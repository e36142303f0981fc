import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { breaches, type Term, termsOf } from './never-words.ts'
import { root } from './run.ts'

/**
 * Greps what code is named after, files and exported names, for the words of the glossary's last
 * column. Sentences are left to readers: there most of the words have a plain meaning too.
 */

/** Also plain English or the trade's own words: only a reader can tell, so the script does not. */
const ordinary = new Set(
  [
    'module, database, schema, field, error, failure, null, now, today, missing, result, product',
    'state, status, role, admin, limit, form, tag, note, event, reason, basis, complaint, plugin',
    'verdict, deadline, weekday, requirement, revocation, receipt, organisation, attachment, judge',
    'draft, review, section',
  ].flatMap((line) => line.split(', ')),
)
const listed = termsOf(await readFile(join(root, 'GLOSSARY.md'), 'utf8'))
const names = new Set(listed.map((term) => term.english))
const terms = listed.map(withoutOrdinary)

/** A word that is itself the name of another term cannot be told apart by a script either. */
function withoutOrdinary({ english, never }: Term): Term {
  return { english, never: never.filter((word) => !ordinary.has(word) && !names.has(word)) }
}

const product = (path: string) => !/[.]test[.]tsx?$|\/generated\//.test(path)
const sources = globSync('{policy,server,web}/src/**/*.{ts,tsx}', { cwd: root })
const found: string[] = []

for (const path of sources.filter(product)) {
  const text = await readFile(join(root, path), 'utf8')
  const exported = [
    ...text.matchAll(/^export (?:async )?(?:const|function|type|interface) (\w+)/gm),
  ]
  for (const name of [path.replace(/.*\//, ''), ...exported.map(([, name = '']) => name)])
    for (const breach of breaches(name, terms)) found.push(`${path}: ${name}: ${breach}`)
}
for (const line of found) console.error(line)
process.exit(found.length === 0 ? 0 : 1)
