import { type Run, type Tried, tryExamples } from '@banfa/policy'
import {
  emitModule,
  evaluate,
  type Facts,
  type Outcome,
  type Program,
  type WorkingDays,
} from '@banfa/policy/run'
import { fail, type Out, print } from '../out.ts'
import { type CompiledPack, compiledPack } from './compiled.ts'
import { listPacks } from './pack-folder.ts'
import { workingDays } from './working-days.ts'

type Module = {
  readonly evaluate: (facts: Facts, on: string, days: WorkingDays) => Outcome
}

/** banfa try: each worked example on the interpreter and on the emitted JavaScript. */
export async function tryPacks(root: string, named: readonly string[], out: Out): Promise<void> {
  const names = named.length > 0 ? named : await listPacks(root)
  const tried: (Tried & { pack: string })[] = []
  for (const name of names) {
    const pack = await compiledPack(root, name)
    for (const one of await tryPack(pack)) tried.push({ pack: name, ...one })
  }
  const wrong = tried.filter(({ differs }) => differs.length > 0)
  const answer = {
    json: { tried: tried.length, wrong: wrong.map(differenceOf) },
    lines: [
      ...wrong.map(differenceLine),
      `${tried.length - wrong.length} agree, ${wrong.length} differ`,
    ],
  }
  if (wrong.length > 0) fail(out, answer)
  else print(out, answer)
}

async function tryPack({ program, examples }: CompiledPack): Promise<Tried[]> {
  const modules = await modulesOf(program)
  const emitted: Run = (service, facts, on) => {
    const module = modules.get(service)
    if (!module) throw new Error(`no module for ${service}`)
    return module.evaluate(facts, on, workingDays)
  }
  return [
    ...tryExamples(examples, 'interpreter', (service, facts, on) =>
      evaluate(program, { service, facts, on, workingDays }),
    ),
    ...tryExamples(examples, 'javascript', emitted),
  ]
}

async function modulesOf(program: Program): Promise<ReadonlyMap<string, Module>> {
  const pairs = Object.keys(program.services).map(async (service) => {
    const address = `data:text/javascript;charset=utf-8,${encodeURIComponent(emitModule(program, service))}`
    return [service, (await import(address)) as Module] as const
  })
  return new Map(await Promise.all(pairs))
}

type Named = Tried & { readonly pack: string }

function differenceOf({ pack, example, runner, differs }: Named) {
  return {
    pack,
    example: example.name,
    file: example.file,
    line: example.line,
    cite: example.cite,
    runner,
    differs,
  }
}

function differenceLine(tried: Named): string {
  const { example, runner, differs, pack } = tried
  const parts = differs.map(
    ({ condition, wanted, got }) => `${condition ?? 'answer'}: ${wanted} ≠ ${got ?? '-'}`,
  )
  return `packs/${pack}/${example.file}:${example.line} ${example.cite} ${example.name} [${runner}] ${parts.join('; ')}`
}
