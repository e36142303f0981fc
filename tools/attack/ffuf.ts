import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../run.ts'
import { wordsOf } from './names.ts'
import type { Ground, Trial } from './trial.ts'

type Result = { readonly url: string; readonly length: number; readonly input: { FUZZ: string } }

/** Files nobody should be served: as a visitor, whatever answers 200 and is not meant for everybody. */
export const ffuf: Trial = {
  tool: 'ffuf',
  async attack(ground) {
    const { address, folder, targets, seconds } = ground
    const [list, report] = [join(folder, 'words.txt'), join(folder, 'ffuf.json')]
    const words = wordsOf(targets.map(({ path }) => path))
    await writeFile(list, words.join('\n'))
    const about = ['-mc', '200', '-of', 'json', '-o', report, '-t', '4', '-s']
    const bounds = ['-maxtime', String(seconds)]
    await run(['ffuf', '-u', `${address}/FUZZ`, '-w', list, ...about, ...bounds], { quiet: true })
    const { results } = JSON.parse(await readFile(report, 'utf8')) as { results: Result[] }
    const served = await withoutPages(ground, results)
    return {
      tool: 'ffuf',
      tried:
        'as a visitor, usual names in usual places, ways out of a folder, every described address; words',
      count: words.length,
      findings: served.map((says) => ({ severity: 'above', says: `served ${says}` })),
    }
  },
}

/** An unknown address opens the page of the product, and some addresses are for everybody. */
async function withoutPages({ address, targets }: Ground, results: readonly Result[]) {
  // The tool counts characters.
  const page = [...(await (await fetch(address)).text())].length
  const open = targets.filter(({ isOpen, method }) => isOpen && method === 'GET')
  const isMeant = (word: string) => open.some(({ pattern }) => pattern.test(`/${word}`))
  return results
    .filter(({ length, input }) => length !== page && !isMeant(input.FUZZ))
    .map(({ url }) => url)
}
