import { readFile, writeFile } from 'node:fs/promises'
import { openapiDocument } from '../server/src/http/openapi.ts'

/** Writes server/openapi.json; with --check, fails when the committed one is out of date. */
const path = new URL('../server/openapi.json', import.meta.url)
const text = `${JSON.stringify(await openapiDocument(), null, 2)}\n`

if (process.argv.includes('--check')) {
  const committed = await readFile(path, 'utf8').catch(() => '')
  if (committed !== text) {
    console.error(
      'server/openapi.json is out of date: run `npm run openapi` and commit the change.',
    )
    process.exit(1)
  }
} else {
  await writeFile(path, text)
}
