import { readFile, writeFile } from 'node:fs/promises'
import { rightsPage } from '../server/src/http/index.ts'

/** Writes docs/permissions.md from the declared matrix; with --check, fails when it is out of date. */
const path = new URL('../docs/permissions.md', import.meta.url)
const text = rightsPage()
if (process.argv.includes('--check')) {
  const committed = await readFile(path, 'utf8').catch(() => '')
  if (committed !== text) {
    console.error('docs/permissions.md is out of date: run `node tools/permissions.ts`, commit it.')
    process.exit(1)
  }
} else {
  await writeFile(path, text)
}
