import { readFile, writeFile } from 'node:fs/promises'
import { completed, type Lock, missingFrom } from './lock.ts'

/** After every `npm install` of a new dependency: adds what npm leaves out of the lock. */
const path = new URL('../package-lock.json', import.meta.url)
const lock: Lock = JSON.parse(await readFile(path, 'utf8'))
const missing = missingFrom(lock)
if (missing.length > 0) await writeFile(path, `${JSON.stringify(completed(lock), null, 2)}\n`)
console.log(`package-lock.json: ${missing.length} entries added`)
