import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportService, writeDmn } from '../../src/dmn.ts'
import { workedExamples } from '../../src/index.ts'
import { filesIn, PACKS, programOf, sourceOf } from '../packs.ts'
import { FILES, VOCABULARY } from '../small-pack.ts'
import type { Seeds } from './fuzz.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** The repository's own packs, their examples' facts, and decision tables. */
export function seedsOf(names: readonly string[] = PACKS): Seeds {
  const vocabulary = filesIn(join(ROOT, 'vocabulary'))
  const real = names.map((pack) => ({ files: filesIn(join(ROOT, 'packs', pack)), vocabulary }))
  const bands = 'policy/testing/dmn/tck/fixtures/compliance-level-2/9001-bands/9001-bands.dmn'
  return {
    packs: [{ files: FILES, vocabulary: VOCABULARY }, ...real],
    facts: names.flatMap((pack) =>
      workedExamples(sourceOf(pack))
        .slice(0, 8)
        .map(({ facts }) => JSON.stringify(facts)),
    ),
    dmn: [readFileSync(join(ROOT, bands), 'utf8'), ...names.slice(0, 2).map(exported)],
  }
}

function exported(pack: string): string {
  const program = programOf(pack)
  const [service = ''] = Object.keys(program.services)
  return writeDmn(exportService(program, service))
}
