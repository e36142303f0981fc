import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './run.ts'

/** ARCHITECTURE.md is the map: a room that is not on it does not exist for a newcomer. */
const map = await readFile(join(root, 'ARCHITECTURE.md'), 'utf8')
const entries = await readdir(join(root, 'server/src'), { withFileTypes: true })
const missing = entries.filter((entry) => entry.isDirectory() && !map.includes(`\`${entry.name}\``))

for (const { name } of missing)
  console.error(`ARCHITECTURE.md does not name the room ${name}: give it a line.`)
process.exit(missing.length === 0 ? 0 : 1)
