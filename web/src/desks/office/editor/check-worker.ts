import {
  type Complaint,
  compile,
  coverage,
  outline,
  type PackSource,
  readPack,
  schemas,
  tryExamples,
  workedExamples,
} from '@banfa/policy'
import { evaluate, type Program } from '@banfa/policy/run'
import type { Asked, Checked, Files, Told } from './checked.ts'

/*
 * Reads, checks and tries a pack away from the page, so that typing never waits. Here, and only
 * here, the web carries the authors' door with its parser.
 */

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Asked>) => void) | null
  postMessage: (told: Told) => void
}

/** Nothing is installed from here: the server compiles again and takes the digest itself. */
const undigested = () => ''

let readable: Files = {}

function parted(files: Files) {
  const all = Object.entries(files)
  const isShared = ([path]: readonly [string, string]) => path.startsWith('vocabulary/')
  return {
    files: Object.fromEntries(all.filter((one) => !isShared(one))),
    vocabulary: Object.fromEntries(all.filter(isShared)),
  }
}

/** A file in the middle of a change is no YAML for a moment: its names stay those it last had. */
function withReadable(files: Files, complaints: readonly Complaint[]): Files | null {
  const broken = new Set(
    complaints.filter(({ code }) => code === 'text.not-yaml').map(({ file }) => file),
  )
  const sound = Object.entries(files).filter(([path]) => !broken.has(path))
  readable = { ...readable, ...Object.fromEntries(sound) }
  if (broken.size === 0) return null
  return Object.fromEntries(Object.keys(files).map((path) => [path, readable[path] ?? '']))
}

function checkedOf(files: Files): Checked {
  const source = readPack(parted(files))
  const { program, complaints } = compile(source, undigested)
  const sound = withReadable(files, complaints)
  return {
    complaints,
    outline: outline(sound ? readPack(parted(sound)) : source),
    compiled: program && triedOf(program, source),
  }
}

function triedOf(program: Program, source: PackSource): Checked['compiled'] {
  const examples = workedExamples(source)
  const tried = tryExamples(examples, 'interpreter', (service, facts, on) =>
    evaluate(program, { service, facts, on }),
  )
  return {
    tried: tried.map(({ example, differs }) => {
      const { name, file, line, cite } = example
      return { name, file, line, cite, differs }
    }),
    coverage: coverage(program, examples),
  }
}

scope.onmessage = ({ data: { turn, files } }) => {
  scope.postMessage({ kind: 'checked', turn, checked: checkedOf(files) })
}
scope.postMessage({ kind: 'schemas', schemas })
