import { feelin } from '../shell/feelin.ts'
import type { Candidate } from './run-tck.ts'

/** The independent engine under the same shell: what it scores tells the shell from the profile. */
export const peer: Candidate = {
  name: 'feelin',
  engine: feelin,
  begin: () => undefined,
  sawNull: () => false,
  outside: () => null,
}
