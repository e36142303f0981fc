import { readdir, readFile } from 'node:fs/promises'

/** A process and all below it, the leaves first: also those that left its group (Linux only). */
export async function treeOf(pid: number): Promise<readonly number[]> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    parents.set(Number(name), parent)
  }
  return below(pid, parents)
}

function below(pid: number, parents: ReadonlyMap<number, number>): readonly number[] {
  const children = [...parents].filter(([, parent]) => parent === pid).map(([child]) => child)
  return [...children.flatMap((child) => below(child, parents)), pid]
}

/** Ends one process at once; one that is gone already is fine. */
export function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
