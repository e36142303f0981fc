import { globSync } from 'node:fs'
import { root, run } from './run.ts'
import { keepTally, nothing, printTally, sum, type Tally } from './tally.ts'

/** The linters and walls, each one line; what a failing one printed follows it: `npm run lint`. */
type Wall = { readonly name: string; readonly command: readonly string[] }

const packs = globSync('packs/*', { cwd: root })

const walls: readonly Wall[] = [
  { name: 'look and habits (biome)', command: ['biome', 'check', '--error-on-warnings'] },
  { name: 'the generated client', command: ['npm', 'run', '--silent', 'generate', '-w', 'web'] },
  { name: 'types (tsc)', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'walls between rooms', command: wallsCommand() },
  { name: 'nothing unused (knip)', command: ['knip', '--strict', '--production'] },
  { name: 'nothing unused, tests included', command: ['knip'] },
  ...packs.map((pack) => ({
    name: pack,
    command: ['node', 'server/bin/banfa.mjs', 'check', pack],
  })),
  { name: 'openapi.json is current', command: ['node', 'tools/emit-openapi.ts', '--check'] },
  { name: 'the drawn procedure is current', command: ['node', 'tools/procedure.ts', '--check'] },
  { name: 'the matrix of rights is current', command: ['node', 'tools/permissions.ts', '--check'] },
  { name: 'words of the glossary', command: ['node', 'tools/glossary.ts'] },
  { name: 'the map names every room', command: ['node', 'tools/map.ts'] },
  { name: 'sizes', command: ['node', 'tools/sizes.ts'] },
  { name: 'known holes in dependencies', command: ['node', 'tools/audit.ts'] },
]

function wallsCommand(): readonly string[] {
  const options = ['--config', '.dependency-cruiser.mjs', '--output-type', 'err-long']
  return ['depcruise', ...options, 'policy', 'server', 'web', 'tools', 'testing']
}

async function stands({ name, command }: Wall): Promise<Tally> {
  const { code, output } = await run(command, { quiet: true })
  if (code === 0) {
    console.log(output.startsWith('- ') ? output.trim() : `✓ ${name}`)
    return { ...nothing, passed: 1 }
  }
  console.log(`✗ ${name}\n${output}`)
  return { ...nothing, failed: [name] }
}

/** One after the other: each of the big ones keeps a core and a half busy. */
const tallies: Tally[] = []
for (const wall of walls) tallies.push(await stands(wall))
const total = sum(tallies)
await keepTally('walls', total)
printTally(total)
process.exit(total.failed.length === 0 ? 0 : 1)
