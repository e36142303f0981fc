import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readTree } from '../../../src/text/xml-tree.ts'
import type { Engine, Scope } from '../shell/engine.ts'
import { type Model, Run, readModel } from '../shell/model.ts'
import { type Case, readCases, type Wanted } from './cases.ts'

/** An engine of the TCK: how a case went wrong is its own to say. */
export type Candidate = {
  readonly name: string
  readonly engine: Engine
  /** Begins a case: forgets what was seen in the last one. */
  readonly begin: () => void
  /** Whether a null was worked with in this case, so that a difference may come from it. */
  readonly sawNull: () => boolean
  /** Why a problem lies outside; null for a fault. */
  readonly outside: (problem: unknown) => string | null
}

export type Ran = {
  readonly level: string
  readonly suite: string
  readonly file: string
  readonly id: string
  readonly went: 'passed' | 'by null' | 'outside' | 'differs'
  readonly why: string
}

/** Every test case below a folder that has `compliance-level-*` folders, in order. */
export function runTck(folder: string, candidate: Candidate): readonly Ran[] {
  const root = existsSync(join(folder, 'TestCases')) ? join(folder, 'TestCases') : folder
  return foldersIn(root)
    .filter((level) => level.startsWith('compliance-level-'))
    .flatMap((level) =>
      foldersIn(join(root, level)).flatMap((suite) => runSuite({ root, level, suite }, candidate)),
    )
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

type Place = { readonly root: string; readonly level: string; readonly suite: string }

function runSuite({ root, level, suite }: Place, candidate: Candidate): readonly Ran[] {
  const folder = join(root, level, suite)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const texts = new Map(
    files
      .filter((file) => file.endsWith('.dmn'))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  )
  const open = (namespace: string) =>
    [...texts.values()].find((text) => readTree(text).attributes.namespace === namespace) ?? null
  return files
    .filter((file) => file.endsWith('.xml'))
    .flatMap((file) => {
      const { model: name, cases } = readCases(readFileSync(join(folder, file), 'utf8'))
      const text = [...texts].find(([path]) => path.endsWith(name))?.[1] ?? [...texts.values()][0]
      if (text === undefined) return []
      const model = readModel(text, open)
      return cases.map((one) => ({
        level,
        suite,
        file,
        id: one.id,
        ...went(model, one, candidate),
      }))
    })
}

function went(model: Model, one: Case, candidate: Candidate): Pick<Ran, 'went' | 'why'> {
  const { engine, outside, sawNull, begin } = candidate
  begin()
  try {
    const run = new Run(model, engine, one.inputs(engine))
    const wrong = one.wants.flatMap((want) => wrongIn(run, { one, want }, candidate) ?? [])
    if (wrong.length === 0) return { went: 'passed', why: '' }
    return { went: sawNull() ? 'by null' : 'differs', why: wrong.join('; ') }
  } catch (problem) {
    const why = outside(problem)
    if (why !== null) return { went: 'outside', why }
    if (one.wants.every(({ error }) => error)) return { went: 'passed', why: '' }
    return { went: 'differs', why: `threw ${problem instanceof Error ? problem.message : ''}` }
  }
}

type Asked = { readonly one: Case; readonly want: Wanted }

function wrongIn(run: Run, { one, want }: Asked, { engine }: Candidate): string | null {
  const wanted = want.error ? null : want.value(engine)
  const got = one.calls === null ? run.decision(want.name) : called(run, one, { want, engine })
  if (wanted === null ? got === null || got === undefined : engine.same(wanted, got)) return null
  return `${want.name}: wanted ${engine.show(wanted)}, got ${engine.show(got)}`
}

/** A service with several outputs gives them all; each is wanted by its own name. */
function called(run: Run, one: Case, { want, engine }: { want: Wanted; engine: Engine }): unknown {
  const got = run.call(one.calls ?? '', one.inputs(engine))
  const several = typeof got === 'object' && got !== null && one.wants.length > 1
  return several && want.name in got ? (got as Scope)[want.name] : got
}
