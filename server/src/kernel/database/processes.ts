import { readFileSync } from 'node:fs'

/** Whether a process is there and running; one of another user counts, a zombie does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Ended, but never collected by its parent: usual in containers whose first process collects nobody. */
export function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    // `pid (name) state …`; the name may hold anything, brackets included.
    return /^.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
