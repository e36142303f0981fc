import { type Coverage, coverage } from '@banfa/policy'
import { type Out, print } from '../out.ts'
import { compiledPack } from './compiled.ts'
import { listPacks } from './pack-folder.ts'
import { workingDays } from './working-days.ts'

/** banfa coverage: articles by mark, conditions by the answers tried, numbers by their boundaries. */
export async function coverPacks(root: string, named: readonly string[], out: Out): Promise<void> {
  const names = named.length > 0 ? named : await listPacks(root)
  const covered = []
  for (const name of names) {
    const { program, examples } = await compiledPack(root, name)
    covered.push({
      pack: name,
      examples: examples.length,
      ...coverage(program, examples, workingDays),
    })
  }
  print(out, { json: covered, lines: covered.flatMap(linesOf) })
}

function linesOf(of: Coverage & { readonly pack: string; readonly examples: number }): string[] {
  const { executable, manual } = of.articles
  const untried = of.conditions.filter(({ answers }) => answers.length < 2)
  const open = of.boundaries.filter(({ at, below, above }) => !(at && below && above))
  return [
    `${of.pack}：${of.examples} 个例子 (examples)`,
    `  可执行 executable ${executable.length}：${executable.join(' ')}`,
    `  人工 manual ${manual.length}：${manual.join(' ')}`,
    `  不涉及 out of scope ${of.articles['out-of-scope'].length}：${of.articles['out-of-scope'].join(' ')}`,
    `  条件 conditions ${of.conditions.length}，只试过一种结果 tried one way only ${untried.length}`,
    ...untried.map(
      ({ cite, condition, answers }) => `    ${cite} ${condition}: ${answers.join(' ') || '-'}`,
    ),
    `  界值 boundaries ${of.boundaries.length}，未试全 not tried on all sides ${open.length}`,
    ...open.map(({ cite, printed }) => `    ${cite} ${printed}`),
  ]
}
