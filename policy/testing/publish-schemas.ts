import { mkdirSync, writeFileSync } from 'node:fs'
import { schemas } from '../src/index.ts'

/** Writes the published JSON Schemas anew: `node policy/testing/publish-schemas.ts`. */
const folder = new URL('../schema/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(schema, null, 2)}\n`)
}
