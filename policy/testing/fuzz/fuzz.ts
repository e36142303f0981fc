import fc from 'fast-check'
import { importTables, UnreadableXml } from '../../src/dmn.ts'
import { compile, type PackFiles, readPack } from '../../src/index.ts'
import { smallestRepair } from '../../src/repair.ts'
import { emitModule, evaluate, type Facts, type Program, WrongFacts } from '../../src/run.ts'
import { sha256 } from '../packs.ts'

/** Whatever an author, an applicant or another system may hand in. */
export type Seeds = {
  readonly packs: readonly { readonly files: PackFiles; readonly vocabulary: PackFiles }[]
  readonly facts: readonly string[]
  readonly dmn: readonly string[]
}

const PIECES = [
  ...['', '\u0000', '\uFEFF', '\u2028', '\ud800', '[', '{', '}', ']', ': ', '- ', '\n', '\t', '"'],
  ...[
    '&a ',
    '*a',
    '!!js/function ',
    '<<: ',
    '? ',
    '|',
    '>',
    '# ',
    '---\n',
    '%YAML 9\n',
    '~',
    '.inf',
  ],
  ...[
    '__proto__',
    'constructor',
    '1e400',
    '-0',
    '9'.repeat(500),
    '0.00000000001',
    '%',
    '万元',
    '人',
  ],
  ...[
    '(',
    ')',
    ' and ',
    ' or ',
    'not(',
    'if ',
    ' then ',
    ' else ',
    ' / 0',
    ' in (',
    '..',
    '申报日',
    '第1条',
  ],
  ...['<', '>', '&lt;', '<!ENTITY x "y">', '<![CDATA[', ']]>', '</decision>', 'null', 'true', '[]'],
]

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(3), fc.nat(40), fc.constant(0)),
  put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6, unit: 'binary' })),
  times: fc.oneof({ weight: 12, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.nat(400) }),
})
type Change = {
  readonly at: number
  readonly length: number
  readonly put: string
  readonly times: number
}
const changes = fc.array(change, { minLength: 1, maxLength: 4 })

/** A text with a few places overwritten, cut or repeated. */
export function mutated(text: string, all: readonly Change[]): string {
  let so = text
  for (const { at, length, put, times } of all) {
    const place = Math.floor(at * so.length)
    so = so.slice(0, place) + put.repeat(times) + so.slice(place + length)
  }
  return so
}

/** What came out of some seeds: anything but an answer, a complaint or a refusal is a fault. */
export type Fuzzed = { runs: number; compiled: number; refused: number; faults: string[] }
export const nothingFuzzed = (): Fuzzed => ({ runs: 0, compiled: 0, refused: 0, faults: [] })

/** One seed through every door that reads what others wrote. */
export function fuzzOnce(seeds: Seeds, seed: number, so: Fuzzed): void {
  const [picks, at] = fc.sample(fc.tuple(changes, fc.nat()), { numRuns: 1, seed })[0] ?? [[], 0]
  so.runs += 1
  for (const [door, run] of [
    ['pack', () => fuzzPack(seeds, { picks, at }, so)],
    ['facts', () => fuzzFacts(seeds, { picks, at }, so)],
    ['dmn', () => fuzzDmn(seeds, { picks, at }, so)],
  ] as const) {
    try {
      run()
    } catch (fault) {
      so.faults.push(`${door} seed ${seed}: ${fault instanceof Error ? fault.stack : fault}`)
    }
  }
}

type Picked = { readonly picks: readonly Change[]; readonly at: number }
const one = <T>(all: readonly T[], at: number): T => all[at % all.length] as T

function fuzzPack({ packs }: Seeds, { picks, at }: Picked, so: Fuzzed): void {
  const { files, vocabulary } = one(packs, at)
  const names = Object.keys(files)
  const name = one(names, at >> 3)
  const changed = { ...files, [name]: mutated(files[name] ?? '', picks) }
  const { program, complaints } = compile(readPack({ files: changed, vocabulary }), sha256)
  for (const { line, column, says } of complaints) {
    if (!(line > 0 && column > 0 && says.zh !== '' && says.en !== '')) {
      throw new Error(`a complaint without place or words: ${JSON.stringify(says)}`)
    }
  }
  if (!program) return
  so.compiled += 1
  for (const service of Object.keys(program.services)) {
    const question = { service, facts: {}, on: '2025-03-01' }
    smallestRepair(program, question, evaluate(program, question))
    emitModule(program, service)
  }
}

function fuzzFacts({ packs, facts }: Seeds, { picks, at }: Picked, so: Fuzzed): void {
  const given = parsed(mutated(one(facts, at), picks))
  if (!given) return
  const program = programFor(one(packs, at))
  if (!program) return
  const service = one(Object.keys(program.services), at >> 5)
  try {
    const question = { service, facts: given, on: '2025-03-01' }
    smallestRepair(program, question, evaluate(program, question))
  } catch (problem) {
    if (!(problem instanceof WrongFacts)) throw problem
    so.refused += 1
  }
}

const compiled = new Map<Seeds['packs'][number], Program | null>()

/** An unchanged pack's program, compiled once. */
function programFor(pack: Seeds['packs'][number]): Program | null {
  const known = compiled.get(pack) ?? compile(readPack(pack), sha256).program ?? null
  compiled.set(pack, known)
  return known
}

function parsed(text: string): Facts | null {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Facts)
      : null
  } catch {
    return null
  }
}

function fuzzDmn({ packs, dmn }: Seeds, { picks, at }: Picked, so: Fuzzed): void {
  try {
    importTables(mutated(one(dmn, at), picks), readPack(one(packs, at)))
  } catch (problem) {
    if (!(problem instanceof UnreadableXml)) throw problem
    so.refused += 1
  }
}
